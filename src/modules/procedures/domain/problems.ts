import type { ProblemMessages } from '#kernel/problem-messages.ts'
import { ruleProblems } from '#kernel/rules/types.ts'
import { contentProblems } from './content-problems.ts'
import { processProblems } from './process-problems.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  ...ruleProblems,
  ...contentProblems,
  ...processProblems,
  'procedures/bad-code': {
    vi: () => 'Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số, ví dụ 1.005129.',
    en: () => 'A procedure code is a digit, a dot and six digits, such as 1.005129.',
  },
  'procedures/unknown-procedure': {
    vi: () => 'Không tìm thấy thủ tục.',
    en: () => 'The procedure was not found.',
  },
  'procedures/unknown-version': {
    vi: () => 'Không tìm thấy phiên bản của thủ tục.',
    en: () => 'The version of the procedure was not found.',
  },
  'procedures/unknown-process': {
    vi: () => 'Không tìm thấy quy trình.',
    en: () => 'The process was not found.',
  },
  'procedures/not-in-force': {
    vi: (v) => `Thủ tục ${v.code} không có hiệu lực trong ngày ${v.day}.`,
    en: (v) => `The procedure ${v.code} is not in force on ${v.day}.`,
  },
  'procedures/code-taken': {
    vi: (v) => `Đã có thủ tục mang mã ${v.code}.`,
    en: (v) => `There is already a procedure with the code ${v.code}.`,
  },
  'procedures/draft-changed': {
    vi: () => 'Dự thảo vừa được người khác lưu hoặc đã công khai. Xin tải lại rồi sửa tiếp.',
    en: () => 'Someone else has just saved or published this draft. Please reload and go on from there.',
  },
  'procedures/no-draft': { vi: () => 'Không có dự thảo nào.', en: () => 'There is no draft.' },
  'procedures/own-publication': {
    vi: () => 'Người sửa dự thảo lần cuối không được tự công khai; cần một người khác.',
    en: () => 'Whoever saved the draft last may not publish it; somebody else has to.',
  },
  'procedures/not-publishable': {
    vi: () => 'Còn lỗi phải sửa trước khi công khai.',
    en: () => 'There are errors to mend before publishing.',
  },
  'procedures/decision-to-come': {
    vi: (v) => `Quyết định đề ngày ${v.day}, chưa đến ngày đó.`,
    en: (v) => `The decision is dated ${v.day}, which has not come yet.`,
  },
  'procedures/version-not-later': {
    vi: (v) => `Phiên bản mới phải có hiệu lực sau ngày ${v.day}.`,
    en: (v) => `The new version must begin after ${v.day}.`,
  },
  'procedures/nothing-to-abolish': {
    vi: () => 'Thủ tục không còn phiên bản nào đang có hiệu lực để bãi bỏ.',
    en: () => 'The procedure has no version in force to abolish.',
  },
  'procedures/published-late': {
    vi: (v) => `Công khai ngày ${v.today}, quá hạn: hạn chót là ngày ${v.due}.`,
    en: (v) => `Published on ${v.today}, which is late: it was due by ${v.due}.`,
  },
  'procedures/unknown-place': { vi: () => 'Không tìm thấy đơn vị.', en: () => 'The unit was not found.' },
  'procedures/not-in-use': {
    vi: () => 'Quy trình này không đang được áp dụng.',
    en: () => 'This process is not in use.',
  },
  'procedures/draft-exists': {
    vi: (v) => `Thủ tục ${v.code} đang có dự thảo chưa công khai; xin công khai hoặc sửa dự thảo đó trước.`,
    en: (v) => `The procedure ${v.code} has an unpublished draft; publish or change that one first.`,
  },
  'procedures/bad-period': {
    vi: () => 'Kỳ phải kết thúc sau khi bắt đầu và dài nhất hai năm.',
    en: () => 'The period must end after it begins, two years later at most.',
  },
}
