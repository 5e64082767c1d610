import type { ProblemMessages } from '#kernel/problem-messages.ts'
import { ruleProblems } from '#kernel/rules/types.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  ...ruleProblems,
  'indicators/bad-code': {
    vi: () => 'Mã chỉ gồm chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ.',
    en: () => 'A code is lower-case letters, digits and underscores, beginning with a letter.',
  },
  'indicators/bad-period': {
    vi: (v) => `Kỳ báo cáo không hợp lệ${v.found ? `: “${v.found}”` : ''}. Ví dụ: 2026-M11, 2026-Q4, 2023-9M, 2026-Y.`,
    en: (v) => `Not a period${v.found ? `: “${v.found}”` : ''}. For example 2026-M11, 2026-Q4, 2023-9M, 2026-Y.`,
  },
  'indicators/not-a-decimal': {
    vi: () => 'Phải là số thập phân dạng 1234.5, nhiều nhất 6 chữ số sau dấu chấm.',
    en: () => 'Must be a decimal such as 1234.5, with at most 6 decimals.',
  },
  'indicators/unknown-measure': {
    vi: (v) => `Không có số liệu mang mã “${v.code}”.`,
    en: (v) => `There is no measure with the code “${v.code}”.`,
  },
  'indicators/unknown-indicator': {
    vi: (v) => `Không có chỉ tiêu mang mã “${v.code}”.`,
    en: (v) => `There is no indicator with the code “${v.code}”.`,
  },
  'indicators/unknown-unit': {
    vi: (v) => `Không có đơn vị “${v.unit ?? ''}”.`,
    en: (v) => `There is no unit “${v.unit ?? ''}”.`,
  },
  'indicators/unknown-form': {
    vi: (v) => `Không có biểu mẫu mang mã “${v.form ?? ''}”.`,
    en: (v) => `There is no form with the code “${v.form ?? ''}”.`,
  },
  'indicators/unknown-sheet': { vi: () => 'Không tìm thấy biểu.', en: () => 'The form was not found.' },
  'indicators/unknown-fact': { vi: () => 'Không tìm thấy sự việc.', en: () => 'The fact was not found.' },
  'indicators/code-taken': {
    vi: (v) => `Mã “${v.code}” đã được dùng.`,
    en: (v) => `The code “${v.code}” is already used.`,
  },
  'indicators/too-many-cells': {
    vi: (v) => `Bảng quá lớn: nhiều nhất ${v.limit} ô một lần.`,
    en: (v) => `The table is too large: at most ${v.limit} cells at a time.`,
  },
  'indicators/formula-without-measure': {
    vi: () => 'Công thức phải dùng ít nhất một số liệu.',
    en: () => 'A formula must use at least one measure.',
  },
  'indicators/formula-does-not-add-up': {
    vi: () =>
      'Tử số và mẫu số phải cộng dồn được từ đơn vị cấp dưới: chỉ dùng cộng, trừ, tong(…) và nhân với một số. Phép chia là việc của tỷ lệ, không nằm trong tử số hay mẫu số.',
    en: () =>
      'Numerator and denominator must add up over units: use only +, −, sum(…) and multiplication by a number. Division is the ratio itself, not a part of it.',
  },
  'indicators/needs-denominator': {
    vi: () => 'Một tỷ lệ cần cả tử số và mẫu số; một giá trị chỉ có tử số.',
    en: () => 'A ratio needs a numerator and a denominator; a value has a numerator only.',
  },
  'indicators/version-not-later': {
    vi: (v) => `Phiên bản mới phải có hiệu lực sau ngày ${v.day}.`,
    en: (v) => `The new version must begin after ${v.day}.`,
  },
  'indicators/target-has-no-part': {
    vi: () => 'Mục tiêu không có phần thứ này.',
    en: () => 'The target has no such part.',
  },
  'indicators/bad-facts': {
    vi: () => 'Có sự việc không ghi nhận được; chưa ghi gì cả.',
    en: () => 'Some facts cannot be recorded; nothing was recorded.',
  },
  'indicators/measure-is-reported': {
    vi: (v) => `Số liệu “${v.measure}” do đơn vị báo cáo, không đếm từ sự việc.`,
    en: (v) => `The measure “${v.measure}” is reported by units, not counted from facts.`,
  },
  'indicators/measure-is-counted': {
    vi: (v) => `Số liệu “${v.measure}” được đếm tự động, không nhập tay.`,
    en: (v) => `The measure “${v.measure}” is counted automatically and is not typed in.`,
  },
  'indicators/measure-not-valid': {
    vi: (v) => `Số liệu “${v.measure}” không có hiệu lực trong ngày ${v.day}.`,
    en: (v) => `The measure “${v.measure}” is not in force on ${v.day}.`,
  },
  'indicators/unit-not-there': {
    vi: (v) => `Đơn vị không tồn tại trong ngày ${v.day}.`,
    en: (v) => `The unit does not exist on ${v.day}.`,
  },
  'indicators/too-many-decimals': {
    vi: (v) => `Số liệu này có nhiều nhất ${v.decimals} chữ số thập phân.`,
    en: (v) => `This measure has at most ${v.decimals} decimals.`,
  },
  'indicators/already-corrected': {
    vi: () => 'Sự việc này đã được đính chính; xin đính chính bút toán mới nhất.',
    en: () => 'This fact has been corrected already; correct the newest entry instead.',
  },
  'indicators/not-assigned': {
    vi: () => 'Đơn vị không được giao biểu này trong kỳ.',
    en: () => 'The unit is not assigned this form in the period.',
  },
  'indicators/wrong-period-kind': {
    vi: () => 'Kỳ không đúng loại của biểu.',
    en: () => 'The period is not of the form’s kind.',
  },
  'indicators/locked': {
    vi: () => 'Biểu đã nộp nên bị khóa. Muốn sửa phải được trả lại hoặc mở lại.',
    en: () => 'The form has been submitted and is locked. To change it, it must be returned or reopened.',
  },
  'indicators/cannot-act': {
    vi: (v) => `Không thể thực hiện bước này khi biểu đang ở trạng thái “${v.status}”.`,
    en: (v) => `This step is not possible while the form is “${v.status}”.`,
  },
  'indicators/nothing-to-submit': { vi: () => 'Chưa có số nào để nộp.', en: () => 'There is nothing to submit yet.' },
  'indicators/wrong-values': {
    vi: () => 'Còn ô chưa đúng; xin sửa trước khi nộp.',
    en: () => 'Some cells are not right; please mend them before submitting.',
  },
  'indicators/values-left-out': {
    vi: (v) => `Còn ${v.count} số liệu chưa nhập; nhập số, 0, “không áp dụng” hoặc ghi chú lý do.`,
    en: (v) => `${v.count} values are not given; type a number, 0, “not applicable”, or a note saying why.`,
  },
  'indicators/reason-needed': {
    vi: () => 'Số đã nộp trước đây thay đổi: xin ghi lý do.',
    en: () => 'Numbers submitted before have changed: please give the reason.',
  },
  'indicators/number-empty': { vi: () => 'Ô trống.', en: () => 'The cell is empty.' },
  'indicators/number-formula': {
    vi: (v) => `Ô chứa công thức${v.found ? ` “${v.found}”` : ''}; xin thay bằng số.`,
    en: (v) => `The cell holds a formula${v.found ? ` “${v.found}”` : ''}; please replace it with a number.`,
  },
  'indicators/number-exponent': {
    vi: (v) => `“${v.found}” viết dạng lũy thừa; xin viết đủ các chữ số.`,
    en: (v) => `“${v.found}” is written with an exponent; please write all digits.`,
  },
  'indicators/number-not-finite': {
    vi: (v) => `“${v.found}” không phải là số hữu hạn.`,
    en: (v) => `“${v.found}” is not a finite number.`,
  },
  'indicators/number-percent': {
    vi: (v) => `“${v.found}” là tỷ lệ; xin nhập tử số và mẫu số, hệ thống tự tính tỷ lệ.`,
    en: (v) => `“${v.found}” is a percentage; enter numerator and denominator, the ratio is computed.`,
  },
  'indicators/number-bad-grouping': {
    vi: (v) => `“${v.found}”: dấu chấm, dấu phẩy đặt không đúng nhóm ba chữ số.`,
    en: (v) => `“${v.found}”: dots and commas do not group the digits by three.`,
  },
  'indicators/number-too-many-digits': {
    vi: (v) => `“${v.found}” có quá nhiều chữ số (nhiều nhất 15).`,
    en: (v) => `“${v.found}” has too many digits (at most 15).`,
  },
  'indicators/number-not-a-number': {
    vi: (v) => `“${v.found}” không phải là số.`,
    en: (v) => `“${v.found}” is not a number.`,
  },
  'indicators/negative': {
    vi: (v) => `“${v.found}” là số âm; số liệu này không thể âm.`,
    en: (v) => `“${v.found}” is negative; this measure cannot be.`,
  },
  'indicators/part-above-whole': {
    vi: (v) => `Tử số ${v.numerator} lớn hơn mẫu số ${v.denominator} của chỉ tiêu ${v.indicator}.`,
    en: (v) =>
      `The numerator ${v.numerator} is larger than the denominator ${v.denominator} of indicator ${v.indicator}.`,
  },
  'indicators/unknown-unit-code': {
    vi: (v) => `Không có đơn vị nào mang mã “${v.found}” trong kỳ ${v.period}.`,
    en: (v) => `No unit bears the code “${v.found}” in the period ${v.period}.`,
  },
  'indicators/reused-code': {
    vi: (v) =>
      `Mã ${v.code} trong kỳ ${v.period} là của “${v.holder}”; “${v.former}” mang mã này ở thời kỳ khác. Một mã đã được cấp cho hai địa bàn, nên không ghép số liệu của chúng.`,
    en: (v) =>
      `In the period ${v.period} the code ${v.code} belongs to “${v.holder}”; “${v.former}” bears it at another time. One code was given to two territories, so their figures are not joined.`,
  },
  'indicators/unit-name-differs': {
    vi: (v) => `Mã ${v.code} là của “${v.holder}” nhưng tên trong tệp là “${v.found}”.`,
    en: (v) => `The code ${v.code} belongs to “${v.holder}”, but the file names “${v.found}”.`,
  },
  'indicators/ambiguous-unit': {
    vi: (v) => `Có nhiều đơn vị tên “${v.found}”; xin ghi mã đơn vị.`,
    en: (v) => `Several units are called “${v.found}”; please give the unit code.`,
  },
  'indicators/wrong-period': {
    vi: (v) => `Kỳ “${v.found}” không phải là kỳ đang nhập (${v.period}).`,
    en: (v) => `The period “${v.found}” is not the one being imported (${v.period}).`,
  },
  'indicators/given-twice': {
    vi: (v) => `Giá trị này đã có ở dòng ${v.row}.`,
    en: (v) => `This value was already given in row ${v.row}.`,
  },
  'indicators/value-locked': {
    vi: () => 'Số liệu nằm trong biểu đã nộp hoặc đã duyệt nên bị khóa.',
    en: () => 'The value belongs to a submitted or approved form and is locked.',
  },
  'indicators/outside-scope': {
    vi: (v) => `Đơn vị “${v.found}” nằm ngoài phạm vi được giao.`,
    en: (v) => `The unit “${v.found}” is outside the scope given to you.`,
  },
  'indicators/no-table': {
    vi: () =>
      'Không thấy bảng số liệu: cần dòng tiêu đề có cột “Mã đơn vị” hoặc “Đơn vị” cùng các mã số liệu, hoặc các cột “Mã số liệu”, “Kỳ”, “Giá trị”.',
    en: () =>
      'No table found: a heading row is needed with “Mã đơn vị” or “Đơn vị” and measure codes, or the columns “Mã số liệu”, “Kỳ”, “Giá trị”.',
  },
  'indicators/no-period': {
    vi: () => 'Tệp không ghi kỳ báo cáo; xin chọn kỳ.',
    en: () => 'The file does not name its period; please choose one.',
  },
  'indicators/file-macro': {
    vi: () => 'Tệp có macro (.xlsm): không nhận. Xin lưu lại dạng .xlsx.',
    en: () => 'The file holds macros (.xlsm) and is refused. Please save it as .xlsx.',
  },
  'indicators/file-too-large': {
    vi: (v) => `Tệp quá lớn: nhiều nhất ${v.limit} MB.`,
    en: (v) => `The file is too large: at most ${v.limit} MB.`,
  },
  'indicators/file-bomb': {
    vi: (v) => `Tệp giải nén ra quá lớn (hơn ${v.limit} MB): không nhận.`,
    en: (v) => `The file unpacks to more than ${v.limit} MB and is refused.`,
  },
  'indicators/file-unreadable': {
    vi: () => 'Không đọc được tệp. Cần tệp .xlsx hoặc .csv (UTF-8).',
    en: () => 'The file cannot be read. An .xlsx or .csv (UTF-8) file is needed.',
  },
  'indicators/file-too-many-rows': {
    vi: (v) => `Quá nhiều giá trị: nhiều nhất ${v.limit} một lần nhập.`,
    en: (v) => `Too many values: at most ${v.limit} in one import.`,
  },
}
