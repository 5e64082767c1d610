import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What the checks of a procedure's content say. `code` is the part's own code. */
export const contentProblems: ProblemMessages = {
  'procedures/part-code-twice': {
    vi: (v) => `Mã “${v.code}” dùng hai lần.`,
    en: (v) => `The code “${v.code}” is used twice.`,
  },
  'procedures/bad-part-condition': {
    vi: (v) => `Điều kiện của “${v.code}” chưa đúng: ${v.reasonVi}`,
    en: (v) => `The condition of “${v.code}” is not right: ${v.reasonEn}`,
  },
  'procedures/last-term-conditional': {
    vi: () => 'Thời hạn cuối cùng phải không kèm điều kiện, để hồ sơ nào cũng có thời hạn.',
    en: () => 'The last time limit must have no condition, so that every case has one.',
  },
  'procedures/empty-term': {
    vi: () => 'Thời hạn giải quyết phải lớn hơn 0.',
    en: () => 'A time limit must be more than nothing.',
  },
  'procedures/fee-days': {
    vi: (v) => `Phí, lệ phí “${v.code}” hết hiệu lực trước khi có hiệu lực.`,
    en: (v) => `The fee “${v.code}” ends before it begins.`,
  },
  'procedures/fees-overlap': {
    vi: (v) => `Hai mức của phí, lệ phí “${v.code}” cùng có hiệu lực trong ngày ${v.day}.`,
    en: (v) => `Two amounts of the fee “${v.code}” hold on ${v.day}.`,
  },
  'procedures/no-choices': {
    vi: (v) => `Câu hỏi “${v.code}” thuộc loại chọn nhưng chưa có lựa chọn nào.`,
    en: (v) => `The question “${v.code}” is a choice without choices.`,
  },
  'procedures/full-without-online': {
    vi: () => 'Dịch vụ công trực tuyến phải có kênh nộp trực tuyến.',
    en: () => 'A procedure that is served online must be open to online filing.',
  },
  'procedures/district-level': {
    vi: () => 'Từ ngày 01/7/2025 không còn cấp huyện; chọn cấp tỉnh hoặc cấp xã.',
    en: () => 'There is no district level since 1 July 2025; choose province or commune.',
  },
  'procedures/unknown-field': {
    vi: (v) => `Không có lĩnh vực mang mã “${v.code}”.`,
    en: (v) => `There is no field with the code “${v.code}”.`,
  },
}
