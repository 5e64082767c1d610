import type { Messages } from '#ui/language.tsx'

export const vi = {
  notFound: 'Không có trang này',
  notFoundTitle: 'Địa chỉ này không dẫn đến trang nào',
  notFoundBody: 'Có thể địa chỉ bị gõ sai, hoặc trang đã được chuyển đi.',
  notAllowed: 'Chưa được xem trang này',
  notAllowedTitle: 'Tài khoản của bạn chưa được giao quyền xem trang này',
  notAllowedBody: 'Hãy đề nghị quản trị viên giao quyền:',
  pageFailed: 'Trang chưa mở được',
  toStart: 'Về trang đầu',
  demonstration: 'Dữ liệu minh hoạ: không dùng làm căn cứ điều hành',
  locked: 'Màn hình đã khoá',
  signOut: 'Đăng xuất',
  ownSecurity: 'Bảo mật của tôi',
  search: 'Tìm đơn vị, chỉ tiêu, báo cáo',
  ownEmergency: (until: string) =>
    `Bạn đang dùng quyền khẩn cấp đến ${until}; mọi thao tác được ghi lại và báo cho người giám sát.`,
  emergency: (name: string, until: string) => `${name} đang dùng quyền khẩn cấp đến ${until}.`,
}

export const en: Messages<typeof vi> = {
  notFound: 'No such page',
  notFoundTitle: 'This address leads to no page',
  notFoundBody: 'It may be mistyped, or the page has moved.',
  notAllowed: 'Not open to you yet',
  notAllowedTitle: 'Your account does not hold the right to see this page',
  notAllowedBody: 'Please ask an administrator for the permission:',
  pageFailed: 'The page could not be opened',
  toStart: 'To the start page',
  demonstration: 'Demonstration data: not for decisions',
  locked: 'The screen is locked',
  signOut: 'Sign out',
  ownSecurity: 'My security',
  search: 'Search units, indicators, reports',
  ownEmergency: (until) => `You hold emergency rights until ${until}; everything you do is logged and announced.`,
  emergency: (name, until) => `${name} holds emergency rights until ${until}.`,
}
