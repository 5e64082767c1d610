import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The words of this module in the chosen language. */
export function useTexts() {
  return useMessages({ vi, en })
}

export type Texts = ReturnType<typeof useTexts>
