import { Text, Textarea } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { NOTHING_PASTED, type Pasted, pastedFrom } from './pasted.ts'

type Props = { readonly value: Pasted; readonly onChange: (pasted: Pasted) => void }

/** Takes what was copied elsewhere; tables that came along are kept though the box shows their text. */
export function PasteField({ value, onChange }: Props) {
  const m = useMessages({ vi, en })
  const letters = formatNumber(value.text.length)
  const taken = value.tables > 0 ? m.pastedTables(formatNumber(value.tables), letters) : m.pastedText(letters)
  return (
    <div>
      <Textarea
        label={m.pasted}
        description={m.pastedHint}
        autosize
        minRows={5}
        maxRows={14}
        value={value.text}
        onPaste={(event) => {
          // Into an empty box the copy is taken whole; into text it goes where the cursor stands.
          if (value.text !== '') return
          event.preventDefault()
          onChange(pastedFrom(event.clipboardData))
        }}
        // What is typed into a pasted table no longer is that table.
        onChange={(event) => onChange({ ...NOTHING_PASTED, text: event.currentTarget.value })}
      />
      <Text size="sm" mt={4} aria-live="polite">
        {value.text !== '' && taken}
      </Text>
    </div>
  )
}
