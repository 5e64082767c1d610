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
  signOut: 'Đăng xuất',
  ownSecurity: 'Bảo mật của tôi',
  gallery: 'Bộ giao diện',
  search: 'Tìm đơn vị, chỉ tiêu, báo cáo',
  start: 'Trang đầu',
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
  signOut: 'Sign out',
  ownSecurity: 'My security',
  gallery: 'Design system',
  search: 'Search units, indicators, reports',
  start: 'Start page',
}
