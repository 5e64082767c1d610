import { SimpleGrid } from '@mantine/core'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { DateField } from '#ui/date-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Fee } from '../contract.ts'
import { BothField } from './both-field.tsx'
import { ConditionField } from './condition-field.tsx'
import { useDraft } from './draft-state.tsx'
import { ListEditor } from './list-editor.tsx'
import { useEditorTexts, useTexts } from './texts.ts'

const blank = (validFrom: Day): Fee => ({
  code: '',
  kind: 'levy',
  name: { vi: '', en: '' },
  amountVnd: 0,
  when: null,
  validFrom,
  validTo: null,
  legalBasis: null,
  exemptions: [],
})

/** What is paid, in which days, and who pays less. */
export function EditFees() {
  const m = useEditorTexts()
  const { content, change, errorAt } = useDraft()
  return (
    <ListEditor
      place="fees"
      one={m.fee}
      addLabel={m.addFee}
      items={content.fees}
      onChange={(fees) => change({ fees })}
      blank={() => blank(dayAt(new Date()))}
    >
      {(fee, edit, place) => (
        <>
          <BothField
            label={m.feeName}
            value={fee.name}
            onChange={(name) => edit({ name })}
            error={errorAt(`${place}.name.vi`)}
          />
          <FeeFacts fee={fee} edit={edit} place={place} />
          <ConditionField
            label={m.asked}
            value={fee.when}
            onChange={(when) => edit({ when })}
            questions={content.questions}
          />
          <Exemptions fee={fee} edit={edit} place={place} />
        </>
      )}
    </ListEditor>
  )
}

type PartProps = {
  readonly fee: Fee
  readonly edit: (change: Partial<Fee>) => void
  readonly place: string
}

function FeeFacts({ fee, edit, place }: PartProps) {
  const [m, t] = [useEditorTexts(), useTexts()]
  const { errorAt } = useDraft()
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <SelectField
        label={m.feeKind}
        options={(['charge', 'levy'] as const).map((value) => ({ value, label: t.feeKinds[value] }))}
        value={fee.kind}
        onChange={(kind) => edit({ kind: kind === 'charge' ? 'charge' : 'levy' })}
      />
      <NumberField
        label={m.amount}
        unit={m.currency}
        decimals={0}
        value={fee.amountVnd}
        onChange={(amountVnd) => edit({ amountVnd: amountVnd ?? 0 })}
        error={errorAt(`${place}.amountVnd`)}
      />
      <TextField
        label={m.basis}
        value={fee.legalBasis ?? ''}
        onChange={(text) => edit({ legalBasis: text === '' ? null : text })}
      />
      <DateField
        label={m.validFrom}
        required
        value={fee.validFrom}
        onChange={(day) => day !== null && edit({ validFrom: day })}
        error={errorAt(`${place}.validFrom`)}
      />
      <DateField label={m.validTo} value={fee.validTo} onChange={(validTo) => edit({ validTo })} />
    </SimpleGrid>
  )
}

function Exemptions({ fee, edit, place }: PartProps) {
  const m = useEditorTexts()
  const { content, errorAt } = useDraft()
  return (
    <ListEditor
      place={`${place}.exemptions`}
      one={m.exemption}
      addLabel={m.addExemption}
      items={fee.exemptions}
      onChange={(exemptions) => edit({ exemptions })}
      blank={() => ({ who: { vi: '', en: '' }, when: null, percent: 100, legalBasis: null })}
    >
      {(one, editOne, own) => (
        <>
          <BothField
            label={m.who}
            value={one.who}
            onChange={(who) => editOne({ who })}
            error={errorAt(`${own}.who.vi`)}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NumberField
              label={m.percent}
              unit="%"
              decimals={0}
              value={one.percent}
              onChange={(percent) => editOne({ percent: percent ?? 0 })}
              error={errorAt(`${own}.percent`)}
            />
            <TextField
              label={m.basis}
              value={one.legalBasis ?? ''}
              onChange={(text) => editOne({ legalBasis: text === '' ? null : text })}
            />
          </SimpleGrid>
          <ConditionField
            label={m.exemptionWhen}
            hint={m.exemptionHint}
            value={one.when}
            onChange={(when) => editOne({ when })}
            questions={content.questions}
          />
        </>
      )}
    </ListEditor>
  )
}
