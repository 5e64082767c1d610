import { type Messages, useMessages } from './language.tsx'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** The design system's own words in the chosen language. */
export function useWords(): Messages<typeof vi> {
  return useMessages({ vi, en })
}
