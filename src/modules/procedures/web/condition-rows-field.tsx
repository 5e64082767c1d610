import { Button, CloseButton, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { isDay } from '#kernel/calendar.ts'
import { DateField } from '#ui/date-field.tsx'
import { useLabel } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ProcedureContent } from '../contract.ts'
import { blankRow, type ConditionRow, type ConditionRows, operatorsFor } from './condition-rows.ts'
import { useEditorTexts } from './texts.ts'

type Questions = ProcedureContent['questions']
type Props = {
  readonly value: ConditionRows
  readonly questions: Questions
  readonly onChange: (rows: ConditionRows) => void
}

/** A condition from lists: question, comparison, value. */
export function ConditionRowsField({ value, questions, onChange }: Props) {
  const m = useEditorTexts()
  const { join, rows } = value
  const [first] = questions
  if (!first) return <Text size="sm">{m.noQuestions}</Text>
  const change = (place: number, row: ConditionRow) =>
    onChange({ join, rows: rows.map((one, at) => (at === place ? row : one)) })
  return (
    <Stack gap={6}>
      {rows.length > 1 && (
        <SelectField
          label={m.join}
          options={[
            { value: 'and', label: m.allOf },
            { value: 'or', label: m.oneOf },
          ]}
          value={join}
          onChange={(next) => onChange({ join: next === 'or' ? 'or' : 'and', rows })}
        />
      )}
      {rows.map((row, place) => (
        <Group key={`row-${place}`} gap={6} align="flex-end" wrap="wrap">
          <RowFields row={row} questions={questions} onChange={(next) => change(place, next)} />
          <CloseButton
            aria-label={m.removeRow}
            onClick={() => onChange({ join, rows: rows.filter((_, at) => at !== place) })}
          />
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange({ join, rows: [...rows, blankRow(first)] })}
        >
          {m.addRow}
        </Button>
      </Group>
    </Stack>
  )
}

type RowProps = {
  readonly row: ConditionRow
  readonly questions: Questions
  readonly onChange: (row: ConditionRow) => void
}

function RowFields({ row, questions, onChange }: RowProps) {
  const m = useEditorTexts()
  const say = useLabel()
  const question = questions.find(({ name }) => name === row.name)
  const operators = question ? operatorsFor(question) : []
  return (
    <>
      <SelectField
        label={m.asks}
        options={questions.map(({ name, label }) => ({ value: name, label: say(label) }))}
        value={row.name}
        onChange={(name) => {
          const chosen = questions.find((one) => one.name === name)
          if (chosen) onChange(blankRow(chosen))
        }}
      />
      <SelectField
        label={m.is}
        options={operators.map((operator) => ({ value: operator, label: m.operators[operator] }))}
        value={row.operator}
        onChange={(chosen) => {
          const operator = operators.find((one) => one === chosen)
          if (operator) onChange({ ...row, operator })
        }}
      />
      {question && question.type !== 'boolean' && (
        <ValueField question={question} value={row.value} onChange={(value) => onChange({ ...row, value })} />
      )}
    </>
  )
}

type ValueProps = {
  readonly question: Questions[number]
  readonly value: string
  readonly onChange: (value: string) => void
}

function ValueField({ question: { type, choices }, value, onChange }: ValueProps) {
  const m = useEditorTexts()
  const say = useLabel()
  if (type === 'number') {
    const number = value === '' ? null : Number(value)
    return (
      <NumberField label={m.value} value={number} onChange={(next) => onChange(next === null ? '' : String(next))} />
    )
  }
  if (type === 'day')
    return <DateField label={m.value} value={isDay(value) ? value : null} onChange={(day) => onChange(day ?? '')} />
  if (type === 'choice')
    return (
      <SelectField
        label={m.value}
        options={choices.map((choice) => ({ value: choice.value, label: say(choice.label) }))}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    )
  return <TextField label={m.value} value={value} onChange={onChange} />
}
