import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

export type CounterWords = ReturnType<typeof useCounterWords>

/** What the pages of the module say. */
export function useCounterWords() {
  return useMessages({ vi, en })
}
