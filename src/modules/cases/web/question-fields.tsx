import { SimpleGrid } from '@mantine/core'
import { isDay } from '#kernel/calendar.ts'
import type { ProcedureContent } from '#modules/procedures/contract.ts'
import { DateField } from '#ui/date-field.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { AnswerValue, AnswerValues } from './intake-draft.ts'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'

type Question = ProcedureContent['questions'][number]
type Props = {
  readonly questions: readonly Question[]
  readonly answers: AnswerValues
  readonly onAnswer: (name: string, value: AnswerValue) => void
}

/** What the conditions of the procedure ask about; papers, fees and the limit follow at once. */
export function QuestionFields({ questions, answers, onAnswer }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {questions.map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          value={answers[question.name] ?? null}
          onChange={(value) => onAnswer(question.name, value)}
        />
      ))}
    </SimpleGrid>
  )
}

type FieldProps = {
  readonly question: Question
  readonly value: AnswerValue
  readonly onChange: (value: AnswerValue) => void
}

function QuestionField({ question: { name, label, type, choices }, value, onChange }: FieldProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const common = { name: `answers.${name}`, label: say(label) }
  switch (type) {
    case 'boolean':
      return (
        <SelectField
          {...common}
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'true')}
          options={[
            { value: 'true', label: m.yes },
            { value: 'false', label: m.no },
          ]}
          clearable
        />
      )
    case 'number':
      return <NumberField {...common} value={typeof value === 'number' ? value : null} onChange={onChange} />
    case 'day':
      return (
        <DateField {...common} value={typeof value === 'string' && isDay(value) ? value : null} onChange={onChange} />
      )
    case 'choice':
      return (
        <SelectField
          {...common}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          options={choices.map((choice) => ({ value: choice.value, label: say(choice.label) }))}
          clearable
        />
      )
    case 'text':
      return (
        <TextField {...common} value={typeof value === 'string' ? value : ''} onChange={onChange} maxLength={500} />
      )
  }
}
