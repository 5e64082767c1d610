import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  'identity/not-recognised': {
    vi: () => 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    en: () => 'The name or the password is not right.',
  },
  'identity/locked-out': {
    vi: (v) => `Đã nhập sai quá nhiều lần. Có thể thử lại sau ${v.hours} giờ, hoặc nhờ quản trị viên mở khóa.`,
    en: (v) => `Too many failed attempts. Try again in ${v.hours} hours, or ask an administrator to unlock.`,
  },
  'identity/code-wrong': {
    vi: () => 'Mã chưa đúng, đã hết hạn hoặc đã dùng rồi.',
    en: () => 'The code is wrong, out of date or was used already.',
  },
  'identity/sign-in-expired': {
    vi: () => 'Đã quá thời gian đăng nhập. Xin đăng nhập lại từ đầu.',
    en: () => 'The sign-in took too long. Please start again.',
  },
  'identity/passkey-refused': {
    vi: () => 'Khóa truy cập không được chấp nhận.',
    en: () => 'The passkey was not accepted.',
  },
  'identity/provider-refused': {
    vi: () => 'Không đăng nhập được qua hệ thống này, hoặc chưa liên kết với tài khoản nào.',
    en: () => 'This provider’s answer was not accepted, or it is not linked to an account.',
  },
  'identity/provider-unreachable': {
    vi: () => 'Không liên lạc được với hệ thống đăng nhập.',
    en: () => 'The sign-in provider cannot be reached.',
  },
  'identity/locked': {
    vi: () => 'Màn hình đang khóa. Xin mở khóa để làm tiếp.',
    en: () => 'The screen is locked. Unlock to go on.',
  },
  'identity/must-change-password': {
    vi: () => 'Cần đổi mật khẩu trước khi làm việc khác.',
    en: () => 'The password has to be changed first.',
  },
  'identity/must-enrol': {
    vi: () => 'Cần gắn yếu tố xác thực thứ hai trước khi làm việc khác.',
    en: () => 'A second factor has to be enrolled first.',
  },
  'identity/password-wrong': {
    vi: () => 'Mật khẩu hiện tại chưa đúng.',
    en: () => 'The current password is not right.',
  },
  'identity/password-refused': { vi: () => 'Mật khẩu mới chưa đạt.', en: () => 'The new password will not do.' },
  'identity/password-too-short': {
    vi: (v) => `Mật khẩu cần ít nhất ${v.needed} ký tự.`,
    en: (v) => `The password needs at least ${v.needed} characters.`,
  },
  'identity/password-too-long': {
    vi: (v) => `Mật khẩu dài nhất ${v.most} ký tự.`,
    en: (v) => `The password has at most ${v.most} characters.`,
  },
  'identity/password-needs-classes': {
    vi: () => 'Khi chưa có yếu tố thứ hai, mật khẩu cần đủ chữ thường, chữ hoa, chữ số và ký tự khác.',
    en: () => 'Without a second factor the password needs lower case, upper case, digits and other characters.',
  },
  'identity/password-common': {
    vi: () => 'Mật khẩu này quá dễ đoán.',
    en: () => 'This password is too easy to guess.',
  },
  'identity/password-own-name': {
    vi: () => 'Mật khẩu không được dựa trên tên của mình.',
    en: () => 'The password must not be made of your own name.',
  },
  'identity/password-used-before': {
    vi: (v) => `Không dùng lại ${v.history} mật khẩu gần nhất.`,
    en: (v) => `None of the last ${v.history} passwords may be used again.`,
  },
  'identity/no-password': { vi: () => 'Tài khoản này không có mật khẩu.', en: () => 'This account has no password.' },
  'identity/enrolled-already': {
    vi: () => 'Đã gắn ứng dụng xác thực. Xin gỡ trước khi gắn lại.',
    en: () => 'An authenticator app is enrolled already. Remove it first.',
  },
  'identity/not-enrolling': {
    vi: () => 'Chưa bắt đầu gắn ứng dụng xác thực.',
    en: () => 'No authenticator app is being enrolled.',
  },
  'identity/factor-needed': {
    vi: () => 'Tài khoản này phải có yếu tố xác thực thứ hai; không gỡ được yếu tố cuối cùng.',
    en: () => 'This account has to have a second factor; the last one cannot be removed.',
  },
  'identity/way-in-needed': {
    vi: () => 'Đây là cách đăng nhập cuối cùng của tài khoản; không gỡ được.',
    en: () => 'This is the last way into the account; it cannot be removed.',
  },
  'identity/not-found': { vi: () => 'Không tìm thấy tài khoản.', en: () => 'There is no such account.' },
  'identity/session-not-found': { vi: () => 'Không tìm thấy phiên.', en: () => 'There is no such session.' },
  'identity/token-not-found': { vi: () => 'Không tìm thấy mã truy cập.', en: () => 'There is no such token.' },
  'identity/passkey-not-found': { vi: () => 'Không tìm thấy khóa truy cập.', en: () => 'There is no such passkey.' },
  'identity/provider-not-found': {
    vi: () => 'Không tìm thấy hệ thống đăng nhập.',
    en: () => 'There is no such provider.',
  },
  'identity/role-not-found': { vi: () => 'Không tìm thấy vai trò.', en: () => 'There is no such role.' },
  'identity/assignment-not-found': {
    vi: () => 'Không tìm thấy việc giao quyền.',
    en: () => 'There is no such assignment.',
  },
  'identity/break-glass-not-found': {
    vi: () => 'Không tìm thấy quyền khẩn cấp đang mở.',
    en: () => 'No such emergency rights are open.',
  },
  'identity/unit-not-found': { vi: () => 'Không tìm thấy đơn vị.', en: () => 'There is no such unit.' },
  'identity/official-taken': {
    vi: () => 'Cán bộ này đã có tài khoản cá nhân.',
    en: () => 'This official has a personal account already.',
  },
  'identity/sign-in-name-taken': {
    vi: () => 'Tên đăng nhập đã có người dùng.',
    en: () => 'This sign-in name is taken.',
  },
  'identity/sign-in-name-shape': {
    vi: () => 'Tên đăng nhập gồm chữ thường không dấu, số và . _ - @, từ 2 ký tự.',
    en: () => 'A sign-in name is made of lower-case letters, digits and . _ - @, at least 2.',
  },
  'identity/permission-shape': {
    vi: () => 'Quyền có dạng phân-hệ:việc, phân-hệ:* hoặc *.',
    en: () => 'A permission looks like module:verb, module:* or *.',
  },
  'identity/role-code-shape': {
    vi: () => 'Mã vai trò gồm chữ thường không dấu, số và dấu gạch, từ 2 ký tự.',
    en: () => 'A role code is made of lower-case letters, digits and dashes, at least 2.',
  },
  'identity/role-code-taken': { vi: () => 'Mã vai trò đã có.', en: () => 'This role code exists already.' },
  'identity/role-held': {
    vi: (v) => `Còn ${v.holders} tài khoản đang giữ vai trò này.`,
    en: (v) => `${v.holders} accounts still hold this role.`,
  },
  'identity/role-is-emergency': {
    vi: () => 'Vai trò khẩn cấp chỉ được mở theo quy trình khẩn cấp.',
    en: () => 'An emergency role is only given by break-glass.',
  },
  'identity/role-not-emergency': {
    vi: () => 'Vai trò này không phải vai trò khẩn cấp.',
    en: () => 'This role is not an emergency role.',
  },
  'identity/more-than-own': {
    vi: (v) => `Không thể trao quyền ${v.permission} mà chính mình không giữ ở đơn vị đó.`,
    en: (v) => `You cannot give the permission ${v.permission}, which you do not hold there yourself.`,
  },
  'identity/wrong-period': {
    vi: () => 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: () => 'The end must come after the beginning.',
  },
  'identity/not-on-oneself': {
    vi: () => 'Không tự làm việc này với tài khoản của chính mình.',
    en: () => 'This cannot be done to one’s own account.',
  },
  'identity/kind-has-no-password': {
    vi: () => 'Tài khoản dịch vụ không có mật khẩu; hãy cấp mã truy cập.',
    en: () => 'Service accounts have no password; create an access token.',
  },
  'identity/setting-out-of-bounds': {
    vi: (v) => `Giá trị phải từ ${v.min} đến ${v.max}.`,
    en: (v) => `The value must be from ${v.min} to ${v.max}.`,
  },
  'identity/too-long-open': {
    vi: (v) => `Quyền khẩn cấp mở nhiều nhất ${v.most} phút.`,
    en: (v) => `Emergency rights last at most ${v.most} minutes.`,
  },
  'identity/token-too-long': {
    vi: (v) => `Mã truy cập có hạn nhiều nhất ${v.most} ngày.`,
    en: (v) => `An access token lasts at most ${v.most} days.`,
  },
  'identity/reason-too-short': {
    vi: (v) => `Lý do cần ít nhất ${v.needed} ký tự.`,
    en: (v) => `The reason needs at least ${v.needed} characters.`,
  },
  'identity/provider-not-encrypted': {
    vi: () => 'Địa chỉ của hệ thống đăng nhập phải bắt đầu bằng https.',
    en: () => 'The address of the provider has to begin with https.',
  },
  'identity/needs-session': {
    vi: () => 'Việc này cần đăng nhập bằng trình duyệt, không dùng mã truy cập.',
    en: () => 'This needs a session of one’s own; a token does not do.',
  },
}
