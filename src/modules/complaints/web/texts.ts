import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

export const useTexts = () => useMessages({ vi, en })
export type Texts = ReturnType<typeof useTexts>
