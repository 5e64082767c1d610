import type { Expression } from '#kernel/rules/expression.ts'
import { ConditionField as Field } from '#ui/condition-field.tsx'
import { useLabel } from '#ui/language.tsx'
import type { ProcedureContent } from '../contract.ts'
import { valueType } from '../domain/answers.ts'
import { useEditorTexts } from './texts.ts'
import { useWords } from './use-words.ts'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly value: Expression | null
  readonly onChange: (when: Expression | null) => void
  readonly questions: ProcedureContent['questions']
}

/** When something of a procedure holds, by the answers to its questions. */
export function ConditionField({ questions, ...rest }: Props) {
  const m = useEditorTexts()
  const say = useLabel()
  const words = useWords()
  return (
    <Field
      {...rest}
      known={questions.map(({ name, type, label, choices }) => ({
        name,
        type: valueType(type),
        mayBeBlank: false,
        label: say(label),
        options: type === 'choice' ? choices.map(({ value, label: choice }) => ({ value, label: say(choice) })) : null,
      }))}
      asks={m.asks}
      nothing={m.noQuestions}
      formulaHint={m.formulaHint}
      inWords={(when) => words.condition(when, questions)}
    />
  )
}
