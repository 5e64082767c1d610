import type { Messages } from '#ui/language.tsx'

export const vi = { bell: (unread: string) => `Thông báo nhắc việc: ${unread} chưa đọc` }
export const en: Messages<typeof vi> = { bell: (unread) => `Notices: ${unread} not read` }
