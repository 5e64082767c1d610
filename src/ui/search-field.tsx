import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from './words.ts'

type Props = {
  /** What is searched: the accessible name and, unless told, the placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder?: string
  readonly width?: number | string
}

const WAIT_MS = 250

/** Searches while one types, a breath after the last letter. */
export function SearchField({ label, value, onChange, placeholder, width }: Props) {
  const words = useWords()
  const [typed, setTyped] = useState(value)
  const send = useDebouncedCallback(onChange, WAIT_MS)
  // Changed from outside (a cleared filter, the back button): show that.
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const type = (text: string) => {
    setTyped(text)
    send(text)
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed && <CloseButton size="sm" aria-label={words.clear} onClick={() => type('')} />}
      {...(width !== undefined && { w: width })}
    />
  )
}
