import { Button, CloseButton, Group, Input, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { isDay } from '#kernel/calendar.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import { explain, formulaText } from '#kernel/rules/print.ts'
import { checkExpression, type Fields, type ValueType } from '#kernel/rules/types.ts'
import { DateField } from '#ui/date-field.tsx'
import { useLanguage } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '../domain/definition.ts'
import {
  type Asked,
  blankRow,
  type ConditionRow,
  type ConditionRows,
  expressionOf,
  needsValue,
  operatorsFor,
  rowsOf,
} from './condition-rows.ts'
import { useTexts } from './texts.ts'

type Language = 'vi' | 'en'

/** What a name in rules is called: the label of its field, with the part that is asked. */
function useNaming(known: readonly Asked[]) {
  const m = useTexts()
  const { language } = useLanguage()
  const parts: Readonly<Record<string, string>> = m.parts
  return (name: string): string => {
    const asked = known.find((one) => one.name === name)
    if (!asked) return `[${name}]`
    const label = say(asked.field.label, language) || asked.field.name
    if (asked.part === '') return label
    const choice = asked.field.choices.find(({ value }) => value === asked.part)
    const column = asked.field.columns.find((one) => one.name === asked.part)
    const part = choice
      ? say(choice.label, language)
      : column
        ? say(column.label, language)
        : (parts[asked.part] ?? asked.part)
    return m.partOf(part, label)
  }
}

type ConditionProps = {
  readonly label: string
  /** What it means that there is no condition: asked always, or never required. */
  readonly none: 'always' | 'never'
  readonly value: Expression | null
  readonly known: readonly Asked[]
  readonly onChange: (rule: Expression | null) => void
}
type Mode = 'none' | 'answered' | 'formula'

/** When something holds: by answers put together from lists, or by a formula; read back in words. */
export function ConditionField({ label, none, value, known, onChange }: ConditionProps) {
  const m = useTexts()
  const { language } = useLanguage()
  const naming = useNaming(known)
  const [mode, setMode] = useState<Mode>(() =>
    value === null ? 'none' : rowsOf(value, known) ? 'answered' : 'formula',
  )
  const [rows, setRows] = useState<ConditionRows>(() => (value && rowsOf(value, known)) || { join: 'and', rows: [] })
  const choose = (next: string) => {
    setMode(next as Mode)
    if (next === 'none') onChange(null)
    const [first] = known
    if (next === 'answered') {
      const begun = (value && rowsOf(value, known)) || { join: 'and' as const, rows: first ? [blankRow(first)] : [] }
      setRows(begun)
      onChange(expressionOf(begun, known))
    }
  }
  const change = (next: ConditionRows) => {
    setRows(next)
    onChange(expressionOf(next, known))
  }
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Stack gap={6} mt={4}>
        <SegmentedControl
          size="xs"
          aria-label={label}
          value={mode}
          onChange={choose}
          data={[
            { value: 'none', label: m[none] },
            { value: 'answered', label: m.answered },
            { value: 'formula', label: m.formula },
          ]}
        />
        {mode === 'answered' && <Rows value={rows} known={known} onChange={change} />}
        {mode === 'formula' && (
          <FormulaField
            label={`${label}: ${m.formula}`}
            value={value}
            type="boolean"
            names={namesOf(known)}
            onChange={onChange}
          />
        )}
        {mode !== 'none' && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {value === null ? m.unfinished : m.reads(explain(value, language, naming))}
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  )
}

export const namesOf = (known: readonly Asked[]): Fields =>
  Object.fromEntries([...known.map(({ name, type }) => [name, type] as const), ['today', 'day' as const]])

type RowsProps = {
  readonly value: ConditionRows
  readonly known: readonly Asked[]
  readonly onChange: (rows: ConditionRows) => void
}

function Rows({ value: { join, rows }, known, onChange }: RowsProps) {
  const m = useTexts()
  const [first] = known
  if (!first) return <Text size="sm">{m.noAskable}</Text>
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
          <RowFields row={row} known={known} onChange={(next) => onChange({ join, rows: rows.with(place, next) })} />
          <CloseButton aria-label={m.removeRow} onClick={() => onChange({ join, rows: rows.toSpliced(place, 1) })} />
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
  readonly known: readonly Asked[]
  readonly onChange: (row: ConditionRow) => void
}

function RowFields({ row, known, onChange }: RowProps) {
  const m = useTexts()
  const naming = useNaming(known)
  const asked = known.find(({ name }) => name === row.name)
  const operators = asked ? operatorsFor(asked) : []
  return (
    <>
      <SelectField
        label={m.asks}
        options={known.map(({ name }) => ({ value: name, label: naming(name) }))}
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

type ValueProps = { readonly asked: Asked; readonly value: string; readonly onChange: (value: string) => void }

function ValueField({ asked: { type, field }, value, onChange }: ValueProps) {
  const m = useTexts()
  const { language } = useLanguage()
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
  const options = optionsOf(field.kind, field.choices, language)
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

const GENDERS = [
  { value: 'male', vi: 'Nam', en: 'Male' },
  { value: 'female', vi: 'Nữ', en: 'Female' },
  { value: 'other', vi: 'Khác', en: 'Other' },
] as const

function optionsOf(kind: string, choices: Asked['field']['choices'], language: Language) {
  if (kind === 'gender') return GENDERS.map((gender) => ({ value: gender.value, label: gender[language] }))
  return kind === 'choice' ? choices.map(({ value, label }) => ({ value, label: say(label, language) })) : null
}

type FormulaProps = {
  readonly label: string
  readonly hint?: string
  readonly value: Expression | null
  readonly type: ValueType
  readonly names: Fields
  readonly onChange: (rule: Expression | null) => void
}

/** A formula over the names of the form; what is wrong is said while it is typed, and only a right one counts. */
export function FormulaField({ label, hint, value, type, names, onChange }: FormulaProps) {
  const { language } = useLanguage()
  const problems = useProblemText()
  const [typed, setTyped] = useState(() => (value === null ? '' : formulaText(value, language)))
  const fault = typed.trim() === '' ? null : faultOf(typed, names, type)
  return (
    <ParagraphField
      label={label}
      hint={hint}
      rows={1}
      value={typed}
      error={fault ? problems.detail({ path: '', message: '', ...fault }) : undefined}
      onChange={(next) => {
        setTyped(next)
        const parsed = parseFormula(next)
        const isRight = next.trim() !== '' && faultOf(next, names, type) === null
        onChange(isRight && 'expression' in parsed ? parsed.expression : null)
      }}
    />
  )
}

function faultOf(text: string, names: Fields, type: ValueType) {
  const parsed = parseFormula(text)
  if ('problem' in parsed) return parsed.problem
  const checked = checkExpression(parsed.expression, names, type)
  return 'errors' in checked ? (checked.errors[0] ?? null) : null
}
