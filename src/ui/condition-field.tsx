import { Input, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { blankRow, type ConditionRows, expressionOf, rowsOf } from '#kernel/rules/condition-rows.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { formulaText } from '#kernel/rules/print.ts'
import type { Fields } from '#kernel/rules/types.ts'
import { en, vi } from './condition-messages.ts'
import { type Askable, ConditionRowsField } from './condition-rows-field.tsx'
import { type Language, useLanguage, useMessages } from './language.tsx'
import { RuleText } from './rule-field.tsx'

type Props = {
  readonly label: string
  readonly hint?: string
  /** What it means that there is no condition: it always holds, or never. */
  readonly none?: 'always' | 'never'
  readonly value: Expression | null
  readonly onChange: (when: Expression | null) => void
  /** What rows may ask, and what a formula may name beyond that. */
  readonly known: readonly Askable[]
  readonly more?: Fields
  /** What is asked is called so, and what to say when there is nothing to ask. */
  readonly asks: string
  readonly nothing: string
  readonly formulaHint?: string
  /** The condition in words. */
  readonly inWords: (when: Expression) => string
}

type Mode = 'none' | 'answered' | 'formula'
type Typed = { readonly mode: Mode; readonly rows: ConditionRows; readonly formula: string }

/** When something holds: by answers put together from lists, or by a formula; read back in words. */
export function ConditionField({ label, hint, none = 'always', value, onChange, known, more, ...rest }: Props) {
  const { asks, nothing, formulaHint, inWords } = rest
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const [typed, setTyped] = useState(() => typedOf(value, known, language))
  // Changed from outside (undone, loaded anew): show that.
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(typedOf(value, known, language))
  }
  const send = (next: Typed, when: Expression | null) => {
    setTyped(next)
    setSeen(when)
    onChange(when)
  }
  const [first, ...others] = known
  const choose = (mode: string) => {
    if (mode === 'none') send({ ...typed, mode }, null)
    if (mode === 'answered') {
      const had = value === null ? null : rowsOf(value, known)
      const rows = had ?? { join: 'and' as const, rows: first ? [blankRow(first)] : [] }
      send({ ...typed, mode, rows }, expressionOf(rows, known))
    }
    if (mode === 'formula') setTyped({ ...typed, mode, formula: value === null ? '' : formulaText(value, language) })
  }
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div">
      <Stack gap={6} mt={4}>
        <SegmentedControl
          size="xs"
          aria-label={m.condition(label)}
          value={typed.mode}
          onChange={choose}
          data={[
            { value: 'none', label: m[none] },
            { value: 'answered', label: m.answered },
            { value: 'formula', label: m.formula },
          ]}
        />
        {typed.mode === 'answered' && first && (
          <ConditionRowsField
            value={typed.rows}
            known={[first, ...others]}
            asks={asks}
            onChange={(rows) => send({ ...typed, rows }, expressionOf(rows, known))}
          />
        )}
        {typed.mode === 'answered' && !first && <Text size="sm">{nothing}</Text>}
        {typed.mode === 'formula' && (
          <RuleText
            label={`${label}: ${m.formula}`}
            hint={formulaHint}
            text={typed.formula}
            type="boolean"
            names={{ ...Object.fromEntries(known.map(({ name, type }) => [name, type])), ...more }}
            offered={known}
            onChange={(formula, when) => send({ ...typed, formula }, when)}
          />
        )}
        {typed.mode !== 'none' && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {value === null ? m.unfinished : m.reads(inWords(value))}
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  )
}

function typedOf(value: Expression | null, known: readonly Askable[], language: Language): Typed {
  const none: ConditionRows = { join: 'and', rows: [] }
  if (value === null) return { mode: 'none', rows: none, formula: '' }
  const rows = rowsOf(value, known)
  const formula = formulaText(value, language)
  return rows ? { mode: 'answered', rows, formula } : { mode: 'formula', rows: none, formula }
}
