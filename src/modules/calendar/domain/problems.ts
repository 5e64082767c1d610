import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  'calendar/make-up-on-weekday': {
    vi: () => 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật: các ngày khác vốn đã là ngày làm việc.',
    en: () => 'A make-up day is a Saturday or a Sunday: the other days are working days anyway.',
  },
  'calendar/named-twice': {
    vi: () => 'Có ngày được nêu hai lần.',
    en: () => 'A day is named twice.',
  },
  'calendar/changed-since': {
    vi: () => 'Đã có người sửa sau khi bạn mở. Hãy xem lại bản mới rồi lưu.',
    en: () => 'Someone has changed this since you opened it. Look at what it is now, then save.',
  },
  'calendar/day-not-found': {
    vi: () => 'Ngày này không có trong lịch.',
    en: () => 'This day is not in the calendar.',
  },
  'calendar/unit-not-found': { vi: () => 'Không tìm thấy đơn vị.', en: () => 'The unit was not found.' },
  'calendar/not-everywhere': {
    vi: () => 'Lịch chung của cả nước chỉ do người quản lý toàn hệ thống đặt.',
    en: () => 'What holds for everyone is set by those who manage the calendar everywhere.',
  },
  'calendar/not-a-clock': {
    vi: () => 'Hãy nhập giờ, ví dụ 07:30.',
    en: () => 'Give a time of day, for example 07:30.',
  },
  'calendar/not-a-time': {
    vi: () => 'Hãy nhập ngày và giờ, ví dụ 20/11/2026 16:40.',
    en: () => 'Give a day and a time of day.',
  },
  'calendar/not-sessions': {
    vi: () => 'Các buổi làm việc phải nối tiếp nhau, buổi sau không bắt đầu trước khi buổi trước kết thúc.',
    en: () => 'Sessions follow one another, each ends after it begins.',
  },
  'calendar/wrong-pause': {
    vi: () => 'Thời gian tạm dừng phải kết thúc sau khi bắt đầu.',
    en: () => 'A pause ends after it begins.',
  },
  'calendar/no-table': {
    vi: () => 'Dòng đầu phải nêu tên cột: day, kind, name_vi (và name_en, decision, confirmed, source_note nếu có).',
    en: () => 'The first line names the columns: day, kind, name_vi (and name_en, decision, confirmed, source_note).',
  },
  'calendar/too-many-rows': {
    vi: (v) => `Nhiều nhất ${v.limit} dòng mỗi lần nhập.`,
    en: (v) => `At most ${v.limit} rows at a time.`,
  },
  'calendar/row-day': {
    vi: (v) => `“${v.found}” không phải là ngày. Ví dụ: 24/11/2026 hoặc 2026-11-24.`,
    en: (v) => `“${v.found}” is no day. For example 2026-11-24 or 24/11/2026.`,
  },
  'calendar/row-twice': {
    vi: (v) => `Ngày này đã có ở dòng ${v.row}.`,
    en: (v) => `This day stands in row ${v.row} already.`,
  },
  'calendar/row-kind': {
    vi: (v) => `“${v.found}” không phải là loại ngày: ghi off (nghỉ) hoặc make-up (làm bù).`,
    en: (v) => `“${v.found}” is no kind of day: write off or make-up.`,
  },
  'calendar/row-name': { vi: () => 'Thiếu tên ngày.', en: () => 'The name is missing.' },
  'calendar/row-confirmed': {
    vi: (v) => `“${v.found}” không rõ: ghi có hoặc chưa.`,
    en: (v) => `“${v.found}” is not clear: write yes or no.`,
  },
  'calendar/row-long': {
    vi: (v) => `Dài quá ${v.limit} ký tự.`,
    en: (v) => `Longer than ${v.limit} characters.`,
  },
  'calendar/row-characters': {
    vi: () => 'Có ký tự không lưu được.',
    en: () => 'It holds characters that cannot be stored.',
  },
}
