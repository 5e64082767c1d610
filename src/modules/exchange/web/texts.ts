import { type Messages, useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

export type Texts = Messages<typeof vi>
export const useTexts = (): Texts => useMessages({ vi, en })
