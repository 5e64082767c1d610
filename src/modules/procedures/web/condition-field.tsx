import { Button, Group, Input, Menu, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Expression } from '#kernel/rules/expression.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import { formulaText } from '#kernel/rules/print.ts'
import { checkExpression } from '#kernel/rules/types.ts'
import { useLabel, useLanguage } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useProblemText } from '#ui/problem.tsx'
import type { ProcedureContent } from '../contract.ts'
import { fieldsOf } from '../domain/answers.ts'
import { blankRow, type ConditionRows, expressionOf, rowsOf } from './condition-rows.ts'
import { ConditionRowsField } from './condition-rows-field.tsx'
import { useEditorTexts } from './texts.ts'
import { useWords } from './use-words.ts'

type Questions = ProcedureContent['questions']
type Props = {
  readonly label: string
  readonly hint?: string
  readonly value: Expression | null
  readonly onChange: (when: Expression | null) => void
  readonly questions: Questions
}

type Mode = 'always' | 'answered' | 'formula'
type Typed = { readonly mode: Mode; readonly rows: ConditionRows; readonly formula: string }

/** When something holds: always, by answers put together from lists, or by a formula over the questions. */
export function ConditionField({ label, hint, value, onChange, questions }: Props) {
  const m = useEditorTexts()
  const words = useWords()
  const id = useId()
  const { language } = useLanguage()
  const [typed, setTyped] = useState<Typed>(() => typedOf(value, questions, language))
  // Changed from outside (undone, loaded anew): show that.
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(typedOf(value, questions, language))
  }
  const send = (next: Typed, when: Expression | null) => {
    setTyped(next)
    setKnown(when)
    onChange(when)
  }
  const choose = (mode: string) => {
    if (mode === 'always') send({ ...typed, mode }, null)
    const [first] = questions
    if (mode === 'answered') {
      const had = value === null ? null : rowsOf(value, questions)
      const rows = had ?? { join: 'and' as const, rows: first ? [blankRow(first)] : [] }
      send({ ...typed, mode, rows }, expressionOf(rows, questions))
    }
    if (mode === 'formula') setTyped({ ...typed, mode, formula: value === null ? '' : formulaText(value, language) })
  }
  return (
    <Input.Wrapper label={label} description={hint} labelElement="div" id={id}>
      <Stack gap={6} mt={4}>
        <SegmentedControl
          size="xs"
          aria-label={m.condition(label)}
          value={typed.mode}
          onChange={choose}
          data={(['always', 'answered', 'formula'] as const).map((mode) => ({ value: mode, label: m[mode] }))}
        />
        {typed.mode === 'answered' && (
          <ConditionRowsField
            value={typed.rows}
            questions={questions}
            onChange={(rows) => send({ ...typed, rows }, expressionOf(rows, questions))}
          />
        )}
        {typed.mode === 'formula' && (
          <FormulaPart
            label={label}
            text={typed.formula}
            questions={questions}
            onChange={(formula, when) => send({ ...typed, formula }, when)}
          />
        )}
        {typed.mode !== 'always' && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {value === null ? m.unfinished : m.reads(words.condition(value, questions))}
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  )
}

function typedOf(value: Expression | null, questions: Questions, language: 'vi' | 'en'): Typed {
  const none: ConditionRows = { join: 'and', rows: [] }
  if (value === null) return { mode: 'always', rows: none, formula: '' }
  const rows = rowsOf(value, questions)
  const formula = formulaText(value, language)
  return rows ? { mode: 'answered', rows, formula } : { mode: 'formula', rows: none, formula }
}

type FormulaProps = {
  readonly label: string
  readonly text: string
  readonly questions: Questions
  readonly onChange: (text: string, when: Expression | null) => void
}

function FormulaPart({ label, text, questions, onChange }: FormulaProps) {
  const m = useEditorTexts()
  const say = useLabel()
  const problems = useProblemText()
  const read = text.trim() === '' ? null : readCondition(text, questions)
  const type = (next: string) => {
    const good = next.trim() === '' ? null : readCondition(next, questions)
    onChange(next, good && 'expression' in good ? good.expression : null)
  }
  return (
    <>
      <ParagraphField
        label={`${label}: ${m.formula}`}
        hint={m.formulaHint}
        rows={1}
        value={text}
        onChange={type}
        error={
          read && 'code' in read
            ? problems.detail({ path: '', message: '', code: read.code, values: read.values })
            : undefined
        }
      />
      <Group>
        <Menu withinPortal={false}>
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
              {m.insertQuestion}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {questions.map((question) => (
              <Menu.Item key={question.name} onClick={() => type(`${text} [${question.name}]`.trim())}>
                {say(question.label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </>
  )
}

type Read =
  | { readonly expression: Expression }
  | { readonly code: string; readonly values: Readonly<Record<string, string | number>> }

/** The condition a formula says, or the first thing that is wrong with it. */
function readCondition(text: string, questions: Questions): Read {
  const parsed = parseFormula(text)
  if ('problem' in parsed) return parsed.problem
  const checked = checkExpression(parsed.expression, fieldsOf(questions), 'boolean')
  const [fault] = 'errors' in checked ? checked.errors : []
  return fault ?? { expression: parsed.expression }
}
