import { SelectField } from '#ui/select-field.tsx'
import type { Question } from '../domain/answers.ts'
import { BothField } from './both-field.tsx'
import { useDraft } from './draft-state.tsx'
import { ListEditor } from './list-editor.tsx'
import { freeCode } from './part-code.ts'
import { useEditorTexts } from './texts.ts'

const TYPES = ['boolean', 'choice', 'number', 'day', 'text'] as const

/** What is asked at the counter to decide papers, fees and limits. */
export function EditQuestions() {
  const m = useEditorTexts()
  const { content, change, errorAt } = useDraft()
  const blank = (): Question => ({
    // Conditions point at the name, so it never follows a later wording.
    name: freeCode(
      'cau_hoi',
      content.questions.map(({ name }) => name),
      '_',
    ),
    label: { vi: '', en: '' },
    type: 'boolean',
    choices: [],
  })
  return (
    <ListEditor
      place="questions"
      one={m.question}
      addLabel={m.addQuestion}
      items={content.questions}
      onChange={(questions) => change({ questions })}
      blank={blank}
    >
      {(question, edit, place) => (
        <>
          <BothField
            label={m.questionLabel}
            value={question.label}
            onChange={(label) => edit({ label })}
            error={errorAt(`${place}.label.vi`)}
          />
          <SelectField
            label={m.questionType}
            options={TYPES.map((type) => ({ value: type, label: m.types[type] }))}
            value={question.type}
            onChange={(chosen) => edit({ type: TYPES.find((type) => type === chosen) ?? 'boolean' })}
          />
          {question.type === 'choice' && (
            <ListEditor
              place={`${place}.choices`}
              one={m.choice}
              addLabel={m.addChoice}
              items={question.choices}
              onChange={(choices) => edit({ choices })}
              blank={() => ({ value: '', label: { vi: '', en: '' } })}
            >
              {(choice, editChoice, own) => (
                <BothField
                  label={m.choiceLabel}
                  value={choice.label}
                  onChange={(label) => editChoice({ label })}
                  error={errorAt(`${own}.label.vi`)}
                />
              )}
            </ListEditor>
          )}
        </>
      )}
    </ListEditor>
  )
}
