import { SimpleGrid } from '@mantine/core'
import { isDay } from '#kernel/calendar.ts'
import { DateField } from '#ui/date-field.tsx'
import { useLabel } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ProcedureContent } from '../contract.ts'
import type { Answers, Question } from '../domain/answers.ts'
import { useTexts } from './texts.ts'

type Answer = Answers[string]
type Props = {
  readonly questions: ProcedureContent['questions']
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
}

/** The questions of a procedure with a field for the answer to each; all may stay unanswered. */
export function AnswerFields({ questions, answers, onChange }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      {questions.map((question) => (
        <AnswerField
          key={question.name}
          question={question}
          value={answers[question.name] ?? null}
          onChange={(value) => onChange({ ...answers, [question.name]: value })}
        />
      ))}
    </SimpleGrid>
  )
}

type FieldProps = {
  readonly question: Question
  readonly value: Answer
  readonly onChange: (value: Answer) => void
}

function AnswerField({ question: { label, type, choices }, value, onChange }: FieldProps) {
  const m = useTexts()
  const say = useLabel()
  const text = typeof value === 'string' ? value : ''
  switch (type) {
    case 'number':
      return <NumberField label={say(label)} value={typeof value === 'number' ? value : null} onChange={onChange} />
    case 'text':
      return <TextField label={say(label)} value={text} onChange={(typed) => onChange(typed || null)} />
    case 'day':
      return <DateField label={say(label)} value={isDay(text) ? text : null} onChange={onChange} />
    case 'choice':
      return (
        <SelectField
          label={say(label)}
          clearable
          placeholder={m.unanswered}
          options={choices.map((choice) => ({ value: choice.value, label: say(choice.label) }))}
          value={text || null}
          onChange={onChange}
        />
      )
    case 'boolean':
      return (
        <SelectField
          label={say(label)}
          clearable
          placeholder={m.unanswered}
          options={[
            { value: 'true', label: m.yes },
            { value: 'false', label: m.no },
          ]}
          value={value === null ? null : String(value)}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'true')}
        />
      )
  }
}
