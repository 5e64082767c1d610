import { useMessages } from '#ui/language.tsx'
import { en } from './design-messages.en.ts'
import { vi } from './design-messages.vi.ts'

export const useTexts = () => useMessages({ vi, en })
