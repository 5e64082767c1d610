import { SimpleGrid } from '@mantine/core'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useEditorTexts } from './texts.ts'

type Both = { readonly vi: string; readonly en: string }
type Props = {
  readonly label: string
  readonly value: Both
  readonly onChange: (value: { vi: string; en: string }) => void
  readonly error?: string | undefined
  readonly lines?: boolean
  readonly required?: boolean
}

/** A text in Vietnamese, which counts, and in English beside it. */
export function BothField({ label, value, onChange, error, lines = false, required = true }: Props) {
  const m = useEditorTexts()
  const Field = lines ? ParagraphField : TextField
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'start' }}>
      <Field
        label={m.inVietnamese(label)}
        value={value.vi}
        required={required}
        error={error}
        onChange={(vi) => onChange({ vi, en: value.en })}
      />
      <Field
        label={m.inEnglish(label)}
        placeholder={m.englishHint}
        value={value.en}
        onChange={(en) => onChange({ vi: value.vi, en })}
      />
    </SimpleGrid>
  )
}
