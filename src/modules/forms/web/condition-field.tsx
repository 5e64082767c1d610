import type { Expression } from '#kernel/rules/expression.ts'
import { explain } from '#kernel/rules/print.ts'
import { ConditionField as Field } from '#ui/condition-field.tsx'
import { useLanguage } from '#ui/language.tsx'
import { say } from '../domain/definition.ts'
import { ALWAYS_NAMED, type Asked } from './askable.ts'
import { useTexts } from './texts.ts'

type Language = 'vi' | 'en'

/** What something is called in rules: the label of its field, with the part that is asked. */
function useNaming() {
  const m = useTexts()
  const { language } = useLanguage()
  const parts: Readonly<Record<string, string>> = m.parts
  return ({ field, part }: Asked): string => {
    const label = say(field.label, language) || field.name
    if (part === '') return label
    const own = field.choices.find(({ value }) => value === part) ?? field.columns.find(({ name }) => name === part)
    return m.partOf(own ? say(own.label, language) : (parts[part] ?? part), label)
  }
}

type Props = {
  readonly label: string
  /** What it means that there is no condition: asked always, or never required. */
  readonly none: 'always' | 'never'
  readonly value: Expression | null
  readonly known: readonly Asked[]
  readonly onChange: (rule: Expression | null) => void
}

/** When something of a form holds, by the answers to other fields. */
export function ConditionField({ known, ...rest }: Props) {
  const m = useTexts()
  const { language } = useLanguage()
  const naming = useNaming()
  const labels = new Map(known.map((asked) => [asked.name, naming(asked)]))
  return (
    <Field
      {...rest}
      known={known.map(({ name, type, field }) => ({
        name,
        type,
        mayBeBlank: true,
        label: labels.get(name) ?? name,
        options: optionsOf(field, language),
      }))}
      more={ALWAYS_NAMED}
      asks={m.asks}
      nothing={m.noAskable}
      inWords={(when) => explain(when, language, (name) => labels.get(name) ?? `[${name}]`)}
    />
  )
}

const GENDERS = [
  { value: 'male', label: { vi: 'Nam', en: 'Male' } },
  { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
  { value: 'other', label: { vi: 'Khác', en: 'Other' } },
]

function optionsOf({ kind, choices }: Asked['field'], language: Language) {
  if (kind !== 'gender' && kind !== 'choice') return null
  return (kind === 'gender' ? GENDERS : choices).map(({ value, label }) => ({ value, label: say(label, language) }))
}
