import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Day } from '#kernel/calendar.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { ActForm, type ActProps } from './act-form.tsx'
import { en } from './act-messages.en.ts'
import { vi } from './act-messages.vi.ts'
import { useOwnUnits } from './own-units.ts'

/** Asks several units at once. */
export function ConsultAct(props: ActProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm
      {...props}
      act="consult"
      contract={contract.consultUnits}
      start={{ unitIds: [] as readonly UnitOption[], question: '', dueOn: null as Day | null }}
      input={({ unitIds, question, dueOn }, on) => ({
        ...on,
        question,
        unitIds: unitIds.map(({ id }) => id),
        ...(dueOn && { dueOn }),
      })}
    >
      {(form) => (
        <>
          <Units units={form.value.unitIds} onChange={(unitIds) => form.change({ unitIds })} />
          <ParagraphField {...form.field('question')} label={m.question} required />
          <DateField {...form.field('dueOn')} label={m.answerBy} />
        </>
      )}
    </ActForm>
  )
}

type UnitsProps = { readonly units: readonly UnitOption[]; readonly onChange: (units: readonly UnitOption[]) => void }

function Units({ units, onChange }: UnitsProps) {
  const m = useMessages({ vi, en })
  return (
    <Stack gap={4}>
      {units.map((unit) => (
        <Group key={unit.id} gap="xs" wrap="nowrap">
          <Text size="sm" flex={1}>
            {unit.name}
          </Text>
          <ActionIcon
            variant="subtle"
            aria-label={m.removeUnit(unit.name)}
            onClick={() => onChange(units.filter(({ id }) => id !== unit.id))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <UnitPicker
        // Empty again for the next one.
        key={units.length}
        label={units.length === 0 ? m.units : m.addUnit}
        name="unitIds"
        required={units.length === 0}
        value={null}
        load={loadUnits()}
        onChange={(unit) => {
          if (unit && !units.some(({ id }) => id === unit.id)) onChange([...units, unit])
        }}
      />
    </Stack>
  )
}

/** For a unit that was asked. */
export function AnswerOpinionAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const own = useOwnUnits('cases:process') ?? []
  const waiting = props.one.opinions.filter(({ answer }) => answer === null)
  const first = waiting.find(({ unit }) => own.some(({ id }) => id === unit.unitId)) ?? waiting[0]
  return (
    <ActForm
      // The own units come a moment later.
      key={first?.id}
      {...props}
      act="answer-opinion"
      contract={contract.answerOpinion}
      start={{ opinionId: first?.id ?? null, agrees: 'yes' as string | null, answer: '' }}
      input={({ opinionId, agrees, answer }, on) => ({
        ...on,
        opinionId: opinionId ?? '',
        agrees: agrees === 'yes',
        answer,
      })}
    >
      {(form) => (
        <>
          {waiting.length > 1 && (
            <SelectField
              {...form.field('opinionId')}
              label={m.opinion}
              options={waiting.map(({ id, unit }) => ({ value: id, label: unit.name }))}
            />
          )}
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {waiting.find(({ id }) => id === form.value.opinionId)?.question}
          </Text>
          <ChoiceField
            {...form.field('agrees')}
            label={m.stand}
            options={[
              { value: 'yes', label: m.agrees },
              { value: 'no', label: m.disagrees },
            ]}
          />
          <ParagraphField {...form.field('answer')} label={m.answer} required />
        </>
      )}
    </ActForm>
  )
}
