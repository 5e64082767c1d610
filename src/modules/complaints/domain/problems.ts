import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  'complaints/unknown': { vi: () => 'Không tìm thấy phản ánh này.', en: () => 'There is no such complaint.' },
  'complaints/unknown-unit': {
    vi: () => 'Không có đơn vị này, hoặc đơn vị đã sắp xếp lại.',
    en: () => 'There is no such unit, or it was reorganised.',
  },
  'complaints/about-what': {
    vi: () => 'Chọn đơn vị, hoặc nhập mã hồ sơ và mã tra cứu.',
    en: () => 'Choose a unit, or enter the code of a case and its secret.',
  },
  'complaints/a-day': {
    vi: ({ most }) => `Mỗi người gửi tối đa ${most ?? ''} phản ánh trong 24 giờ. Xin gửi tiếp sau.`,
    en: ({ most }) => `At most ${most ?? ''} complaints of one person are taken in 24 hours. Please send more later.`,
  },
  'complaints/handled-by-you': {
    vi: () => 'Người đã giải quyết hồ sơ không được trả lời hay từ chối phản ánh về hồ sơ đó.',
    en: () => 'Who handled the case may neither answer nor refuse a complaint about it.',
  },
  'complaints/ended': {
    vi: () => 'Phản ánh này đã được trả lời hoặc từ chối.',
    en: () => 'This complaint has been answered or refused.',
  },
  'complaints/changed-meanwhile': {
    vi: () => 'Phản ánh vừa được người khác xử lý. Xin tải lại.',
    en: () => 'Somebody dealt with the complaint meanwhile. Please reload.',
  },
  'complaints/too-late-to-refuse': {
    vi: () => 'Đã quá thời hạn từ chối tiếp nhận; phản ánh phải được trả lời.',
    en: () => 'The time in which it may be refused is over: it has to be answered.',
  },
  'complaints/term-past': {
    vi: () => 'Thời hạn mới có hiệu lực từ hôm nay trở đi.',
    en: () => 'A new term takes effect from today on.',
  },
}
