import { useMessages } from '#ui/language.tsx'
import { en } from './notify-messages.en.ts'
import { vi } from './notify-messages.vi.ts'

/** The words of messages, rules, notices and forecasts. */
export const useNotifyTexts = () => useMessages({ vi, en })
export type NotifyTexts = ReturnType<typeof useNotifyTexts>
