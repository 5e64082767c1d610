import { Stack } from '@mantine/core'
import { useState } from 'react'
import { CheckField } from '#ui/check-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { RuleField } from '#ui/rule-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Field, type FormDefinition, fieldName } from '../domain/definition.ts'
import { COMPUTABLE, FIELD_KINDS, type FieldKind, hasAnswer, KNOWN_FACTS, valueTypeOf } from '../domain/kinds.ts'
import { askable, namesFrom } from './askable.ts'
import { BothField } from './both-field.tsx'
import { choiceLines, choicesFrom } from './choice-lines.ts'
import { ColumnsEditor } from './columns-editor.tsx'
import { ConditionField } from './condition-field.tsx'
import { useTexts } from './texts.ts'

type Props = {
  readonly definition: FormDefinition
  readonly field: Field
  readonly onChange: (change: Partial<Field>) => void
  readonly onRename: (name: string) => void
  /** The label is finished: a new field is called by it. */
  readonly onLabelled: () => void
}

const COUNTED: ReadonlySet<FieldKind> = new Set([
  'number',
  'money',
  'year',
  'text',
  'paragraph',
  'table',
  'files',
  'choices',
])

/** Everything one field says of itself, in words and lists. */
export function FieldPanel({ definition, field, onChange, onRename, onLabelled }: Props) {
  const m = useTexts()
  const known = askable(definition, field.name)
  const isAnswered = hasAnswer(field.kind)
  const type = valueTypeOf(field.kind)
  return (
    <Stack gap="md">
      <SelectField
        label={m.kind}
        options={FIELD_KINDS.map((kind) => ({ value: kind, label: m.kinds[kind] }))}
        value={field.kind}
        onChange={(chosen) => {
          const kind = FIELD_KINDS.find((one) => one === chosen)
          if (kind) onChange({ kind, value: COMPUTABLE.has(kind) ? field.value : null })
        }}
      />
      <div
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) onLabelled()
        }}
      >
        <BothField label={m.label} value={field.label} onChange={(label) => onChange({ label })} />
      </div>
      <BothField
        lines
        label={field.kind === 'note' ? m.noteText : m.hint}
        value={field.hint}
        onChange={(hint) => onChange({ hint })}
      />
      {isAnswered && (
        <CheckField label={m.required} value={field.required} onChange={(required) => onChange({ required })} />
      )}
      <ConditionField
        label={m.showIf}
        none="always"
        value={field.showIf}
        known={known}
        onChange={(showIf) => onChange({ showIf })}
      />
      {isAnswered && !field.required && (
        <ConditionField
          label={m.requiredIf}
          none="never"
          value={field.requiredIf}
          known={known}
          onChange={(requiredIf) => onChange({ requiredIf })}
        />
      )}
      <KindFields field={field} onChange={onChange} />
      {field.kind === 'table' && <ColumnsEditor table={field} onChange={(columns) => onChange({ columns })} />}
      {type && COMPUTABLE.has(field.kind) && (
        <RuleField
          key={field.kind}
          label={m.computed}
          hint={m.computedHint}
          value={field.value}
          type={type}
          names={namesFrom(known)}
          onChange={(value) => onChange({ value })}
        />
      )}
      {isAnswered && (
        <SelectField
          label={m.known}
          placeholder={m.knownNone}
          clearable
          options={KNOWN_FACTS.map((fact) => ({ value: fact, label: m.knownFacts[fact] }))}
          value={field.known}
          onChange={(chosen) => onChange({ known: KNOWN_FACTS.find((fact) => fact === chosen) ?? null })}
        />
      )}
      <NameField key={field.name} name={field.name} onRename={onRename} />
    </Stack>
  )
}

function KindFields({ field, onChange }: Pick<Props, 'field' | 'onChange'>) {
  const m = useTexts()
  return (
    <>
      {(field.kind === 'choice' || field.kind === 'choices') && <ChoicesFields field={field} onChange={onChange} />}
      {COUNTED.has(field.kind) && (
        <>
          <NumberField label={m.least} value={field.least} onChange={(least) => onChange({ least })} />
          <NumberField label={m.most} value={field.most} onChange={(most) => onChange({ most })} />
        </>
      )}
      {field.kind === 'number' && (
        <NumberField
          label={m.decimals}
          value={field.decimals}
          onChange={(decimals) => onChange({ decimals: Math.max(0, Math.min(6, Math.round(decimals ?? 0))) })}
        />
      )}
      {field.kind === 'code' && (
        <TextField label={m.mask} value={field.mask} onChange={(mask) => onChange({ mask: mask.slice(0, 40) })} />
      )}
      {(field.kind === 'day' || field.kind === 'year') && (
        <>
          <CheckField label={m.past} value={field.past} onChange={(past) => onChange({ past })} />
          <CheckField label={m.future} value={field.future} onChange={(future) => onChange({ future })} />
        </>
      )}
    </>
  )
}

/** Choices as lines of text: quicker to write, to paste and to put in order than a list of boxes. */
function ChoicesFields({ field, onChange }: Pick<Props, 'field' | 'onChange'>) {
  const m = useTexts()
  // As it is typed: an empty line is no choice, but one is about to be.
  const [typed, setTyped] = useState({ vi: choiceLines(field.choices, 'vi'), en: choiceLines(field.choices, 'en') })
  const change = (next: typeof typed) => {
    setTyped(next)
    onChange({ choices: choicesFrom(field.choices, next.vi, next.en) })
  }
  return (
    <>
      <ParagraphField label={m.choices} rows={3} value={typed.vi} onChange={(vi) => change({ ...typed, vi })} />
      <ParagraphField label={m.choicesEn} rows={3} value={typed.en} onChange={(en) => change({ ...typed, en })} />
    </>
  )
}

function NameField({ name, onRename }: { readonly name: string; readonly onRename: (name: string) => void }) {
  const m = useTexts()
  const [typed, setTyped] = useState(name)
  const isGood = fieldName.safeParse(typed).success
  return (
    <div onBlur={() => (isGood && typed !== name ? onRename(typed) : setTyped(name))}>
      <TextField label={m.fieldName} value={typed} onChange={setTyped} />
    </div>
  )
}
