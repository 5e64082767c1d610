import { Button, CloseButton, Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { isDay } from '#kernel/calendar.ts'
import {
  type Asked,
  blankRow,
  type ConditionRow,
  type ConditionRows,
  needsValue,
  operatorsFor,
} from '#kernel/rules/condition-rows.ts'
import { en, vi } from './condition-messages.ts'
import { DateField } from './date-field.tsx'
import { useMessages } from './language.tsx'
import { NumberField } from './number-field.tsx'
import { type Option, SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

/** Something a condition may ask, as it is offered. */
export type Askable = Asked & {
  readonly label: string
  /** The answers to choose from; null: any. */
  readonly options: readonly Option[] | null
}

type Props = {
  readonly value: ConditionRows
  readonly known: readonly [Askable, ...Askable[]]
  /** What is asked is called so: a question, a field. */
  readonly asks: string
  readonly onChange: (rows: ConditionRows) => void
}

/** A condition from lists: what is asked, comparison, value. */
export function ConditionRowsField({ value: { join, rows }, known, asks, onChange }: Props) {
  const m = useMessages({ vi, en })
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
        // Rows have no names of their own: their place is one.
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={place} gap={6} align="flex-end" wrap="wrap">
          <RowFields
            row={row}
            known={known}
            asks={asks}
            onChange={(next) => onChange({ join, rows: rows.with(place, next) })}
          />
          <CloseButton aria-label={m.removeRow} onClick={() => onChange({ join, rows: rows.toSpliced(place, 1) })} />
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange({ join, rows: [...rows, blankRow(known[0])] })}
        >
          {m.addRow}
        </Button>
      </Group>
    </Stack>
  )
}

type RowProps = Pick<Props, 'known' | 'asks'> & {
  readonly row: ConditionRow
  readonly onChange: (row: ConditionRow) => void
}

function RowFields({ row, known, asks, onChange }: RowProps) {
  const m = useMessages({ vi, en })
  const asked = known.find(({ name }) => name === row.name)
  const operators = asked ? operatorsFor(asked) : []
  return (
    <>
      <SelectField
        label={asks}
        options={known.map(({ name, label }) => ({ value: name, label }))}
        value={row.name}
        onChange={(name) => {
          const chosen = known.find((one) => one.name === name)
          if (chosen) onChange(blankRow(chosen))
        }}
      />
      <SelectField
        label={m.is}
        searchable={false}
        options={operators.map((operator) => ({ value: operator, label: m.operators[operator] }))}
        value={row.operator}
        onChange={(chosen) => {
          const operator = operators.find((one) => one === chosen)
          if (operator) onChange({ ...row, operator })
        }}
      />
      {asked && needsValue(row.operator) && (
        <ValueField asked={asked} value={row.value} onChange={(value) => onChange({ ...row, value })} />
      )}
    </>
  )
}

type ValueProps = { readonly asked: Askable; readonly value: string; readonly onChange: (value: string) => void }

function ValueField({ asked: { type, options }, value, onChange }: ValueProps) {
  const m = useMessages({ vi, en })
  if (type === 'number')
    return (
      <NumberField
        label={m.value}
        value={value === '' ? null : Number(value)}
        onChange={(next) => onChange(next === null ? '' : String(next))}
      />
    )
  if (type === 'day')
    return <DateField label={m.value} value={isDay(value) ? value : null} onChange={(day) => onChange(day ?? '')} />
  if (options)
    return (
      <SelectField
        label={m.value}
        options={options}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    )
  return <TextField label={m.value} value={value} onChange={onChange} />
}
