import type { ProblemBody } from './problem.ts'

export type Language = 'vi' | 'en'
export type Values = Readonly<Record<string, string | number>>

/** What each problem code says to a person; parameters are the problem's `values`. */
export type ProblemMessages = Readonly<
  Record<string, { readonly vi: (values: Values) => string; readonly en: (values: Values) => string }>
>

/** The codes that the platform itself states, and the reasons a field is refused. */
export const platformProblems: ProblemMessages = {
  'platform/internal': {
    vi: () =>
      'Hệ thống gặp lỗi ngoài dự kiến. Dữ liệu chưa bị thay đổi; xin thử lại hoặc báo quản trị viên kèm mã yêu cầu.',
    en: () =>
      'Something unexpected went wrong. Nothing was changed; please try again or give the request id to an administrator.',
  },
  'platform/invalid-input': {
    vi: () => 'Dữ liệu gửi lên chưa đúng. Xin xem các ô được đánh dấu.',
    en: () => 'What was sent is not right. Please look at the marked fields.',
  },
  'platform/invalid-field': { vi: () => 'Giá trị không hợp lệ.', en: () => 'This value is not valid.' },
  'platform/required': { vi: () => 'Bắt buộc phải có.', en: () => 'This is required.' },
  'platform/too-short': {
    vi: (v) => `Cần ít nhất ${v.limit ?? 1}.`,
    en: (v) => `At least ${v.limit ?? 1} is needed.`,
  },
  'platform/too-long': { vi: (v) => `Nhiều nhất là ${v.limit}.`, en: (v) => `At most ${v.limit} is allowed.` },
  'platform/not-a-choice': {
    vi: () => 'Không thuộc các lựa chọn cho phép.',
    en: () => 'Not one of the allowed choices.',
  },
  'platform/not-a-number': { vi: () => 'Phải là số.', en: () => 'Must be a number.' },
  'platform/not-a-term': {
    vi: () => 'Thời hạn phải lớn hơn 0 và trong giới hạn; ngày và tháng là số nguyên.',
    en: () => 'A term is above zero and within bounds; days and months are whole.',
  },
  'platform/not-a-day': { vi: () => 'Ngày không có thật.', en: () => 'This day does not exist.' },
  'platform/unknown-field': {
    vi: (v) => `Không có trường tên ${v.name}.`,
    en: (v) => `There is no field called ${v.name}.`,
  },
  'platform/unstorable-character': {
    vi: () => 'Có ký tự không lưu được.',
    en: () => 'Contains a character that cannot be stored.',
  },
  'platform/unstorable-value': {
    vi: () => 'Có giá trị nằm ngoài phạm vi lưu được.',
    en: () => 'A value is outside what can be stored.',
  },
  'platform/unreadable-body': {
    vi: () => 'Không đọc được nội dung gửi lên.',
    en: () => 'The request body cannot be read.',
  },
  'platform/too-large': {
    vi: (v) => `Nội dung quá lớn: nhiều nhất ${v.limit} byte.`,
    en: (v) => `Too large: at most ${v.limit} bytes.`,
  },
  'platform/too-many-uploads': {
    vi: () => 'Đang gửi dở quá nhiều tệp. Xin gửi xong hoặc bỏ bớt rồi gửi tiếp.',
    en: () => 'Too many files are half sent. Please finish or give up some of them first.',
  },
  'platform/too-much-today': {
    vi: (v) => `Mỗi ngày gửi được nhiều nhất ${v.limit} MB. Xin gửi tiếp vào ngày mai hoặc nộp tại quầy.`,
    en: (v) => `At most ${v.limit} MB can be sent in a day. Please go on tomorrow, or go to the counter.`,
  },
  'platform/piece-elsewhere': {
    vi: () => 'Phần tệp này không nối tiếp phần đã nhận.',
    en: () => 'This piece of the file does not follow what was received.',
  },
  'platform/longer-than-announced': {
    vi: () => 'Tệp dài hơn mức đã báo trước.',
    en: () => 'The file is longer than was announced.',
  },
  'platform/file-differs': {
    vi: () => 'Tệp nhận được không giống tệp đã chọn. Xin chọn và gửi lại.',
    en: () => 'What arrived is not the file that was chosen. Please choose and send it again.',
  },
  'platform/not-found': { vi: () => 'Không tìm thấy.', en: () => 'Not found.' },
  'platform/not-signed-in': { vi: () => 'Xin đăng nhập.', en: () => 'Please sign in.' },
  'platform/not-allowed': {
    vi: (v) => `Tài khoản chưa được giao quyền ${v.permission ?? ''} cho việc này.`,
    en: (v) => `This account does not hold the permission ${v.permission ?? ''}.`,
  },
  'platform/not-for-you': {
    vi: () => 'Phiên đăng nhập này không dùng được ở đây: công dân và cán bộ có trang riêng.',
    en: () => 'This session is of no use here: citizens and officials have pages of their own.',
  },
  'platform/outside-scope': {
    vi: () => 'Đơn vị này nằm ngoài phạm vi được giao.',
    en: () => 'This unit is outside the scope given to you.',
  },
  'platform/forged-request': {
    vi: () => 'Yêu cầu không đến từ trang của hệ thống.',
    en: () => 'The request did not come from a page of this platform.',
  },
  'platform/too-many-requests': {
    vi: (v) => `Quá nhiều yêu cầu. Xin thử lại sau ${v.seconds ?? 60} giây.`,
    en: (v) => `Too many requests. Please try again in ${v.seconds ?? 60} seconds.`,
  },
  'platform/idempotency-key-reused': {
    vi: () => 'Khóa chống gửi lặp đã dùng cho một nội dung khác.',
    en: () => 'This idempotency key was used with another content.',
  },
  'platform/changed-meanwhile': {
    vi: () => 'Dữ liệu vừa được người khác thay đổi. Xin tải lại.',
    en: () => 'Someone else has just changed this. Please reload.',
  },
  'platform/unavailable': { vi: () => 'Tạm thời chưa phục vụ được.', en: () => 'Temporarily unavailable.' },
}

/** The sentence for a code in a language; the body's own English detail, or a general sentence, when the code is unknown. */
export function problemText(
  messages: ProblemMessages,
  code: string,
  values: Values,
  language: Language,
  fallback?: string,
): string {
  const message = messages[code] ?? platformProblems[code]
  if (message) return message[language](values)
  return fallback || (platformProblems['platform/internal']?.[language](values) ?? code)
}

/** The body with `detail` and each error's `message` in the reader's language. */
export function translateProblem(messages: ProblemMessages, body: ProblemBody, language: Language): ProblemBody {
  return {
    ...body,
    detail: problemText(messages, body.code, body.values ?? {}, language, body.detail),
    ...(body.errors && {
      errors: body.errors.map((error) => ({
        ...error,
        message: problemText(messages, error.code, error.values ?? {}, language, error.message),
      })),
    }),
  }
}
