import { SimpleGrid, Stack } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import { useLabel } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { useOperation } from '#ui/query.ts'
import { ManyField, SelectField } from '#ui/select-field.tsx'
import * as contract from '../contract.ts'
import { BothField } from './both-field.tsx'
import { useDraft } from './draft-state.tsx'
import { useEditorTexts, useTexts } from './texts.ts'

/** Name, field, who decides for whom, and how it is done. */
export function EditBasics() {
  const m = useEditorTexts()
  const { content, change, errorAt } = useDraft()
  return (
    <Stack gap="md">
      <BothField label={m.name} value={content.name} onChange={(name) => change({ name })} error={errorAt('name.vi')} />
      <Kinds />
      <BothField
        lines
        required={false}
        label={m.steps}
        value={content.steps}
        onChange={(steps) => change({ steps })}
        error={errorAt('steps.vi')}
      />
      <BothField
        lines
        required={false}
        label={m.requirements}
        value={content.requirements}
        onChange={(requirements) => change({ requirements })}
        error={errorAt('requirements.vi')}
      />
      <CheckField
        label={m.pauses}
        value={content.supplementPauses}
        onChange={(supplementPauses) => change({ supplementPauses })}
      />
      <CheckField
        label={m.eligible}
        value={content.eligibleForFull}
        onChange={(eligibleForFull) => change({ eligibleForFull })}
      />
      <CheckField
        label={m.demonstration}
        value={content.demonstration}
        onChange={(demonstration) => change({ demonstration })}
      />
    </Stack>
  )
}

function Kinds() {
  const [m, t] = [useEditorTexts(), useTexts()]
  const say = useLabel()
  const { content, change, errorAt } = useDraft()
  const fields = useOperation(contract.listFields, {})
  const { ONLINE_LEVELS, COMPETENT_LEVELS, APPLICANTS, CHANNELS } = contract
  // A district can be read in old procedures but not chosen for new work.
  const levels = COMPETENT_LEVELS.filter((level) => level !== 'district' || content.levels.includes('district'))
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <SelectField
        label={m.field}
        required
        options={(fields.data?.fields ?? []).map(({ code, name }) => ({ value: code, label: say(name) }))}
        value={content.fieldCode || null}
        onChange={(fieldCode) => change({ fieldCode: fieldCode ?? '' })}
        error={errorAt('fieldCode')}
      />
      <SelectField
        label={m.online}
        options={ONLINE_LEVELS.map((value) => ({ value, label: t.onlineLevels[value] }))}
        value={content.onlineLevel}
        onChange={(chosen) => change({ onlineLevel: ONLINE_LEVELS.find((level) => level === chosen) ?? 'none' })}
      />
      <ManyField
        label={m.levels}
        options={levels.map((value) => ({ value, label: t.levels[value] }))}
        value={content.levels}
        onChange={(chosen) => change({ levels: levels.filter((level) => chosen.includes(level)) })}
        error={errorAt('levels')}
      />
      <ManyField
        label={m.applicants}
        options={APPLICANTS.map((value) => ({ value, label: t.applicants[value] }))}
        value={content.applicants}
        onChange={(chosen) => change({ applicants: APPLICANTS.filter((one) => chosen.includes(one)) })}
        error={errorAt('applicants')}
      />
      <ManyField
        label={m.channels}
        options={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
        value={content.channels}
        onChange={(chosen) => change({ channels: CHANNELS.filter((one) => chosen.includes(one)) })}
        error={errorAt('channels')}
      />
      <NumberField
        label={m.sets}
        decimals={0}
        value={content.sets}
        onChange={(sets) => change({ sets: sets ?? 0 })}
        error={errorAt('sets')}
      />
    </SimpleGrid>
  )
}
