import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  'exchange/bad-address': {
    vi: () => 'Địa chỉ của Cổng phải bắt đầu bằng https:// và không kèm tên, mật khẩu.',
    en: () => 'The address of the portal must begin with https:// and hold no name or password.',
  },
  'exchange/secret-wanted': {
    vi: () => 'Đổi địa chỉ hoặc tài khoản thì phải nhập lại khóa bí mật.',
    en: () => 'Whoever changes the address or the account enters the secret again.',
  },
  'exchange/changed-meanwhile': {
    vi: () => 'Kết nối vừa được người khác sửa. Xin tải lại.',
    en: () => 'Somebody changed the connection meanwhile. Please reload.',
  },
  'exchange/no-stand-in': {
    vi: () => 'Kết nối hiện không phải là cổng mô phỏng.',
    en: () => 'The connection is not with the stand-in.',
  },
  'exchange/not-found': {
    vi: () => 'Không tìm thấy.',
    en: () => 'There is no such thing.',
  },
  'exchange/not-parked': {
    vi: () => 'Chỉ bỏ qua được lượt gửi đang đỗ lại.',
    en: () => 'Only what is parked can be left out.',
  },
  'exchange/not-open': {
    vi: () => 'Mục này đã được xử lý.',
    en: () => 'This has been dealt with.',
  },
  'exchange/day-to-come': {
    vi: () => 'Ngày gửi lại phải là hôm nay hoặc trước đó.',
    en: () => 'A day that is told again is today or before.',
  },
  'exchange/unreadable-record': {
    vi: () => 'Bản tin thiếu trường bắt buộc hoặc có trường không đọc được.',
    en: () => 'The record lacks a needed field, or a field cannot be read.',
  },
  'exchange/told-again': {
    vi: () => 'Cổng báo điều mới về hồ sơ đã có; cần người xem và xử lý.',
    en: () => 'The portal says something new of a case that is there; somebody has to look.',
  },
  'exchange/filing-not-there': {
    vi: () => 'Bản tin đến trước hồ sơ; sẽ xem lại khi hồ sơ đến.',
    en: () => 'It came before its filing, and waits for that.',
  },
  'exchange/unknown-unit': {
    vi: ({ unit }) => `Không có đơn vị nào mang mã định danh “${unit ?? ''}”.`,
    en: ({ unit }) => `No unit bears the identifier “${unit ?? ''}”.`,
  },
}
