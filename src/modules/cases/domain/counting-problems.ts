import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** Refusals of tables, of form II.06 and of the 766 index. */
export const countingProblems: ProblemMessages = {
  'cases/which-days': {
    vi: () => 'Cần chọn một kỳ, hoặc ngày đầu và ngày cuối (ngày đầu không sau ngày cuối).',
    en: () => 'Choose a period, or a first and a last day (the first is not after the last).',
  },
  'cases/unknown-unit-of-figures': {
    vi: () => 'Không có đơn vị này trong cơ cấu của ngày đã chọn.',
    en: () => 'There is no such unit in the structure of that day.',
  },
  'cases/unknown-column': {
    vi: () => 'Cột này không đếm thủ tục.',
    en: () => 'This column does not count procedures.',
  },
  'cases/unknown-procedure-of-index': {
    vi: ({ code }) => `Không có thủ tục ${code ?? ''} đang có hiệu lực trong kỳ.`,
    en: ({ code }) => `No procedure ${code ?? ''} is in force in the period.`,
  },
  'cases/unknown-index': {
    vi: ({ indicator }) => `Chỉ số 766 không có mục ${indicator ?? ''}.`,
    en: ({ indicator }) => `The 766 index has no item ${indicator ?? ''}.`,
  },
}
