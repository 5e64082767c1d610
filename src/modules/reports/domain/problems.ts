import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  'reports/template-not-found': {
    vi: () => 'Không tìm thấy mẫu báo cáo.',
    en: () => 'The report template was not found.',
  },
  'reports/bad-template-code': {
    vi: () => 'Mã mẫu chỉ gồm chữ thường không dấu, số và gạch nối.',
    en: () => 'A template code has small letters, digits and hyphens only.',
  },
  'reports/template-has-faults': {
    vi: () => 'Mẫu có chỗ không điền được. Xin xem từng chỗ bên dưới.',
    en: () => 'The template has places that cannot be filled. Please look at each one below.',
  },
  'reports/key-reused': {
    vi: (v) => `Mã "${v.word}" dùng hai lần.`,
    en: (v) => `The key "${v.word}" is used twice.`,
  },
  'reports/unknown-group': {
    vi: (v) => `Không có nhóm đơn vị "${v.word}" trong mẫu.`,
    en: (v) => `The template has no group of units "${v.word}".`,
  },
  'reports/unknown-column': {
    vi: (v) => `Cột tỷ lệ dùng cột "${v.word}" không đứng trước nó.`,
    en: (v) => `A ratio column uses the column "${v.word}", which does not stand before it.`,
  },
  'reports/unknown-row': {
    vi: (v) => `Dòng tổng cộng dòng "${v.word}" không đứng trước nó.`,
    en: (v) => `A total adds the rows "${v.word}", which do not stand before it.`,
  },
  'reports/not-closed': {
    vi: (v) => `Chỗ điền "${v.word}" thiếu dấu đóng }}.`,
    en: (v) => `The placeholder "${v.word}" lacks its closing }}.`,
  },
  'reports/unknown-name': {
    vi: (v) => `Không hiểu chỗ điền "${v.word}". Dùng period, year, unit, indicator:MÃ hoặc measure:MÃ.`,
    en: (v) => `The placeholder "${v.word}" is not understood. Use period, year, unit, indicator:CODE or measure:CODE.`,
  },
  'reports/unknown-option': {
    vi: (v) => `Không hiểu tùy chọn "${v.word}". Dùng unit, reach, period, as.`,
    en: (v) => `The option "${v.word}" is not understood. Use unit, reach, period, as.`,
  },
  'reports/unknown-value': {
    vi: (v) => `Giá trị "${v.word}" không dùng được.`,
    en: (v) => `The value "${v.word}" cannot be used.`,
  },
  'reports/template-changed': {
    vi: (v) => `Mẫu đã có phiên bản ${v.version} do người khác lưu. Xin tải lại rồi sửa tiếp.`,
    en: (v) => `Someone saved version ${v.version} of this template meanwhile. Please reload and go on from there.`,
  },
  'reports/unit-not-found': {
    vi: () => 'Không có đơn vị này vào ngày đã chọn.',
    en: () => 'This unit does not exist on the chosen day.',
  },
  'reports/bad-period': { vi: () => 'Kỳ báo cáo không có thật.', en: () => 'This period does not exist.' },
  'reports/period-of-another-kind': {
    vi: () => 'Mẫu này dành cho loại kỳ khác.',
    en: () => 'This template is for another kind of period.',
  },
  'reports/not-found': { vi: () => 'Không tìm thấy báo cáo.', en: () => 'The report was not found.' },
  'reports/changed-meanwhile': {
    vi: (v) => `Báo cáo vừa được ${v.by || 'người khác'} sửa. Xin tải lại.`,
    en: (v) => `The report was just changed by ${v.by || 'someone else'}. Please reload.`,
  },
  'reports/wording-changed': {
    vi: (v) => `Đoạn này vừa được ${v.by} sửa (phiên bản ${v.version}). Nội dung bạn viết chưa được lưu.`,
    en: (v) => `${v.by} just changed this text (version ${v.version}). What you wrote was not saved.`,
  },
  'reports/not-editable': {
    vi: () => 'Báo cáo đã trình ký hoặc đã ban hành nên không sửa được.',
    en: () => 'The report has been submitted or issued and cannot be changed.',
  },
  'reports/no-such-place': {
    vi: (v) => `Báo cáo không có chỗ "${v.word}" để viết.`,
    en: (v) => `The report has no place "${v.word}" to write into.`,
  },
  'reports/step-not-possible': {
    vi: () => 'Không làm được bước này từ trạng thái hiện tại của báo cáo.',
    en: () => 'This step is not possible from where the report stands.',
  },
  'reports/still-missing': {
    vi: (v) => `Còn thiếu ${v.count} chỗ. Xin bổ sung, hoặc xác nhận trình khi còn thiếu.`,
    en: (v) => `${v.count} places are still missing. Complete them, or confirm to submit with gaps.`,
  },
  'reports/open-comments': {
    vi: (v) => `Còn ${v.count} góp ý chưa xử lý.`,
    en: (v) => `${v.count} comments are not dealt with yet.`,
  },
  'reports/open-proved-findings': {
    vi: (v) =>
      `Còn ${v.count} mâu thuẫn đã được chứng minh. Xin sửa báo cáo, bỏ qua từng điểm kèm lý do, hoặc người ký ghi lý do vẫn ban hành.`,
    en: (v) =>
      `${v.count} proved contradictions are open. Correct the report, dismiss each with a reason, or let the signer write why it is issued all the same.`,
  },
  'reports/number-taken': {
    vi: (v) => `Số ${v.number} đã cấp trong năm ${v.year}.`,
    en: (v) => `Number ${v.number} has been given in ${v.year} already.`,
  },
  'reports/issued-before-period-ends': {
    vi: (v) => `Ngày ban hành phải sau ngày chốt số liệu ${v.day}.`,
    en: (v) => `The report cannot be issued before its period ends on ${v.day}.`,
  },
  'reports/not-issued': {
    vi: () => 'Báo cáo chưa ban hành.',
    en: () => 'The report has not been issued.',
  },
  'reports/not-a-word-file': {
    vi: () => 'Tệp không phải Word (.docx) hoặc bị hỏng.',
    en: () => 'The file is not a Word file (.docx) or is damaged.',
  },
  'reports/word-has-macros': {
    vi: () => 'Tệp Word có macro nên không nhận. Xin lưu lại thành .docx thường.',
    en: () => 'The Word file holds macros and is refused. Please save it as a plain .docx.',
  },
  'reports/word-has-links': {
    vi: (v) => `Tệp Word tải nội dung từ bên ngoài (${v.target}) nên không nhận.`,
    en: (v) => `The Word file loads content from outside (${v.target}) and is refused.`,
  },
  'reports/word-has-objects': {
    vi: () => 'Tệp Word có nhúng đối tượng hay chương trình khác nên không nhận.',
    en: () => 'The Word file embeds other objects or programs and is refused.',
  },
  'reports/word-too-big': {
    vi: () => 'Tệp Word quá lớn khi giải nén nên không nhận.',
    en: () => 'The Word file is too large when unpacked and is refused.',
  },
}
