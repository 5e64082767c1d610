import type { Messages } from '#ui/language.tsx'

export const vi = {
  bell: (unread: string) => `Thông báo nhắc việc: ${unread} chưa đọc`,
  lists: 'Danh sách thông báo',
}
export const en: Messages<typeof vi> = {
  bell: (unread) => `Notices: ${unread} not read`,
  lists: 'Lists of notices',
}
