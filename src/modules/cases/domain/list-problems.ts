import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** Refusals of lists and saved filters. */
export const listProblems: ProblemMessages = {
  'cases/bad-page-mark': {
    vi: () => 'Trang này không thuộc danh sách đang xem. Xin mở lại danh sách từ đầu.',
    en: () => 'This page does not belong to the list. Please open the list from its beginning.',
  },
  'cases/one-number-of-a-person': {
    vi: () => 'Xin nhập đúng một trong ba: số định danh, mã số thuế hoặc số điện thoại.',
    en: () => 'Please give exactly one of identity number, tax code or phone number.',
  },
  'cases/too-many-filters': {
    vi: ({ most }) => `Chỉ lưu được ${most} bộ lọc. Xin bỏ bớt bộ lọc cũ.`,
    en: ({ most }) => `Only ${most} filters can be kept. Please remove an old one.`,
  },
  'cases/filter-not-found': { vi: () => 'Không có bộ lọc này.', en: () => 'There is no such filter.' },
}
