import { Stack } from '@mantine/core'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Both } from '../domain/definition.ts'
import { useTexts } from './texts.ts'

type Props = {
  readonly label: string
  readonly value: Both
  readonly onChange: (value: { vi: string; en: string }) => void
  readonly lines?: boolean
}

/** A text in Vietnamese, which counts, and in English under it. */
export function BothField({ label, value, onChange, lines = false }: Props) {
  const m = useTexts()
  const Box = lines ? ParagraphField : TextField
  const rows = lines ? { rows: 2 } : {}
  return (
    <Stack gap={6}>
      <Box {...rows} label={m.inVietnamese(label)} value={value.vi} onChange={(vi) => onChange({ vi, en: value.en })} />
      <Box {...rows} label={m.inEnglish(label)} value={value.en} onChange={(en) => onChange({ vi: value.vi, en })} />
    </Stack>
  )
}
