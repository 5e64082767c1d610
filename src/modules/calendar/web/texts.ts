import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The words of this module's pages in the reader's language. */
export function useTexts() {
  return useMessages({ vi, en })
}
