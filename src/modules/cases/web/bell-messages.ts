import type { Messages } from '#ui/language.tsx'

// Apart from the module's other words, as the bell is loaded with every page.
export const vi = { bell: (unread: string) => `Thông báo nhắc việc: ${unread} chưa đọc` }
export const en: Messages<typeof vi> = { bell: (unread) => `Notices: ${unread} not read` }
