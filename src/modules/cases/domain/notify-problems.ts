import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** Refusals of messages, escalation and forecasts. */
export const notifyProblems: ProblemMessages = {
  'cases/talk-closed': {
    vi: ({ days }) => `Hồ sơ đã kết thúc quá ${days ?? ''} ngày nên không nhận lời nhắn nữa.`,
    en: ({ days }) => `The case ended more than ${days ?? ''} days ago: no more messages are taken about it.`,
  },
  'cases/letters-a-day': {
    vi: ({ most }) => `Mỗi hồ sơ nhận tối đa ${most ?? ''} lời nhắn trong 24 giờ. Xin nhắn tiếp sau.`,
    en: ({ most }) => `At most ${most ?? ''} messages about a case are taken in 24 hours. Please write again later.`,
  },
  'cases/push-endpoint': {
    vi: () => 'Trình duyệt này không nhận thông báo đẩy qua một dịch vụ mà hệ thống chấp nhận.',
    en: () => 'This browser does not take notices through a push service that is accepted.',
  },
  'cases/nobody-waits': {
    vi: () => 'Không có lời nhắn nào đang chờ trả lời.',
    en: () => 'No message is waiting for an answer.',
  },
  'cases/report-not-signed': {
    vi: () => 'Báo phát không có chữ ký đúng, hoặc không phải của lúc này.',
    en: () => 'The delivery report is not signed rightly, or not of this moment.',
  },
  'cases/report-unreadable': {
    vi: () => 'Không đọc được nội dung báo phát.',
    en: () => 'The delivery report cannot be read.',
  },
  'cases/report-seen': {
    vi: () => 'Báo phát này đã được nhận trước đó.',
    en: () => 'This delivery report was taken before.',
  },
  'cases/no-stand-in': {
    vi: () => 'Kênh này không có bản mô phỏng ở đây.',
    en: () => 'No stand-in answers this channel here.',
  },
  'cases/no-such-behaviour': {
    vi: () => 'Máy chủ thư không báo phát, nên không thể báo muộn.',
    en: () => 'A mail server does not report deliveries, so it cannot report late.',
  },
  'cases/no-address': {
    vi: ({ channel }) => `Hồ sơ không có địa chỉ liên hệ dùng được cho kênh ${channel ?? ''}.`,
    en: ({ channel }) => `The case has no usable address for ${channel ?? 'the channel'}.`,
  },
  'cases/message-taken': {
    vi: () => 'Nhà cung cấp đã nhận tin này; không gửi lần thứ hai.',
    en: () => 'The provider has taken this message; it is not sent a second time.',
  },
  'cases/unknown-place': {
    vi: ({ place }) => `Không có chỗ điền {${place ?? ''}}. Xin dùng các chỗ điền trong danh sách.`,
    en: ({ place }) => `There is no place {${place ?? ''}}. Please use those of the list.`,
  },
  'cases/template-past': {
    vi: () => 'Mẫu tin có hiệu lực từ hôm nay trở đi.',
    en: () => 'A template takes effect from today on.',
  },
  'cases/unknown-rule': {
    vi: () => 'Không tìm thấy quy tắc.',
    en: () => 'There is no such rule.',
  },
  'cases/rule-changed': {
    vi: () => 'Quy tắc vừa được người khác sửa. Xin tải lại.',
    en: () => 'Somebody changed the rule meanwhile. Please reload.',
  },
  'cases/rule-moment': {
    vi: () => 'Nhắc đúng hạn không có khoảng thời gian; nhắc trước hoặc sau hạn cần từ 1 trở lên.',
    en: () => 'At the due moment there is no amount; before or after it at least 1.',
  },
}
