import type { ProblemMessages } from '#kernel/problem-messages.ts'
import { ruleProblems } from '#kernel/rules/types.ts'
import { answerProblems } from './answer-problems.ts'
import { lintProblems } from './lint-problems.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  ...ruleProblems,
  ...answerProblems,
  ...lintProblems,
  'forms/bad-name': {
    vi: () => 'Tên gồm chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ.',
    en: () => 'A name has small letters without marks, digits and underscores, and begins with a letter.',
  },
  'forms/bad-code': {
    vi: () => 'Mã biểu mẫu gồm chữ thường không dấu, chữ số và dấu gạch nối.',
    en: () => 'The code of a form has small letters without marks, digits and hyphens.',
  },
  'forms/too-many-fields': {
    vi: () => 'Một biểu mẫu có nhiều nhất 500 trường.',
    en: () => 'A form has at most 500 fields.',
  },
  'forms/unknown-form': { vi: () => 'Không tìm thấy biểu mẫu.', en: () => 'The form was not found.' },
  'forms/unknown-version': {
    vi: () => 'Không tìm thấy phiên bản của biểu mẫu.',
    en: () => 'The version of the form was not found.',
  },
  'forms/code-taken': {
    vi: (v) => `Đã có biểu mẫu mang mã ${v.code}.`,
    en: (v) => `There is already a form with the code ${v.code}.`,
  },
  'forms/draft-changed': {
    vi: () => 'Dự thảo vừa được người khác lưu hoặc đã công bố. Xin tải lại rồi sửa tiếp.',
    en: () => 'Someone else has just saved or published this draft. Please reload and go on from there.',
  },
  'forms/no-draft': { vi: () => 'Không có dự thảo nào.', en: () => 'There is no draft.' },
  'forms/own-publication': {
    vi: () => 'Người sửa dự thảo lần cuối không được tự công bố; cần một người khác.',
    en: () => 'Whoever saved the draft last may not publish it; somebody else has to.',
  },
  'forms/not-publishable': {
    vi: () => 'Còn lỗi phải sửa trước khi công bố.',
    en: () => 'There are errors to mend before publishing.',
  },
  'forms/version-not-later': {
    vi: (v) => `Phiên bản mới phải có hiệu lực sau ngày ${v.day}.`,
    en: (v) => `The new version must begin after ${v.day}.`,
  },
  'forms/unknown-procedure': {
    vi: (v) => `Không có thủ tục mang mã ${v.code}.`,
    en: (v) => `There is no procedure with the code ${v.code}.`,
  },
  'forms/bad-answers': {
    vi: () => 'Có câu trả lời chưa đúng. Không có gì bị mất; xin xem các ô được đánh dấu.',
    en: () => 'Some answers are not right. Nothing is lost; please look at the marked fields.',
  },
  'forms/unreadable-template': {
    vi: () => 'Không đọc được tệp Word này. Cần tệp .docx, không mật khẩu, không macro.',
    en: () => 'This Word file cannot be read. It has to be a .docx without password and macros.',
  },
  'forms/empty-template': {
    vi: () => 'Không tìm thấy chỗ nào để điền trong tệp Word này.',
    en: () => 'No place to fill in was found in this Word file.',
  },
}
