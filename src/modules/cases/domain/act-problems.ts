import { formatMoment } from '#kernel/calendar.ts'
import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What the refusals of intake and acts say to a person. */
export const actProblems: ProblemMessages = {
  'cases/bad-case-code': {
    vi: ({ code }) => `“${code ?? ''}” không phải là mã hồ sơ.`,
    en: ({ code }) => `“${code ?? ''}” is no dossier code.`,
  },
  'cases/code-taken': {
    vi: ({ code }) => `Đã có hồ sơ mang mã ${code ?? ''}.`,
    en: ({ code }) => `There is a case with the code ${code ?? ''} already.`,
  },
  'cases/not-yours-to-do': {
    vi: () => 'Hồ sơ đang ở đơn vị khác; quyền của bạn không bao gồm đơn vị đó.',
    en: () => 'Another unit holds the case; your rights do not cover that unit.',
  },
  'cases/changed-meanwhile': {
    vi: (v) => `Hồ sơ vừa được ${v.by || 'người khác'} xử lý lúc ${when(v.at)}. Hãy xem lại rồi làm tiếp.`,
    en: (v) => `${v.by || 'Somebody'} acted on the case at ${when(v.at)}. Look at it again and go on from there.`,
  },
  'cases/not-possible-now': {
    vi: () => 'Việc này không thực hiện được ở trạng thái hiện nay của hồ sơ.',
    en: () => 'This cannot be done in the state the case is in.',
  },
  'cases/unit-has-no-code': {
    vi: () =>
      'Đơn vị tiếp nhận chưa có mã định danh còn hiệu lực nên chưa cấp được mã hồ sơ. Hãy khai mã định danh của đơn vị.',
    en: () =>
      'The receiving unit has no identifier in force, so no dossier code can be given. Set the identifier of the unit.',
  },
  'cases/unit-code-taken': {
    vi: () => 'Mã định danh này đang thuộc về đơn vị khác trong cùng thời gian.',
    en: () => 'Another unit bears this identifier in the same time.',
  },
  'cases/bad-unit-code': {
    vi: () => 'Mã định danh gồm một chữ cái, hai chữ số và tối đa bốn nhóm số, ví dụ H29.50.05.',
    en: () => 'An identifier is a letter, two digits and up to four groups of digits, such as H29.50.05.',
  },
  'cases/unit-code-before-another': {
    vi: () => 'Đã có mã định danh có hiệu lực muộn hơn; chỉ thêm được mã sau mã cuối cùng.',
    en: () => 'An identifier of a later day exists; a new one can only follow the last.',
  },
  'cases/no-procedure': {
    vi: (v) => `Thủ tục ${v.code} không có hiệu lực vào ngày tiếp nhận.`,
    en: (v) => `The procedure ${v.code} is not in force on the day of receipt.`,
  },
  'cases/no-process': {
    vi: (v) => `Thủ tục ${v.code} chưa có quy trình được ban hành cho đơn vị này.`,
    en: (v) => `The procedure ${v.code} has no published process for this unit.`,
  },
  'cases/no-such-unit': {
    vi: () => 'Đơn vị không tồn tại vào hôm nay.',
    en: () => 'The unit does not exist today.',
  },
  'cases/channel-not-offered': {
    vi: () => 'Thủ tục này không tiếp nhận qua kênh đã chọn.',
    en: () => 'The procedure is not offered through this channel.',
  },
  'cases/not-for-such-applicants': {
    vi: () => 'Thủ tục này không dành cho loại đối tượng đã chọn.',
    en: () => 'The procedure is not for applicants of this kind.',
  },
  'cases/not-competent': {
    vi: () => 'Thủ tục này không thuộc thẩm quyền của cấp đơn vị đã chọn.',
    en: () => 'Units of this level do not decide this procedure.',
  },
  'cases/papers-missing': {
    vi: (v) => `Thiếu ${v.count} giấy tờ bắt buộc. Bổ sung, hoặc ghi lý do vẫn tiếp nhận.`,
    en: (v) =>
      `${v.count} required papers are missing. Add them, or give the reason for receiving the case all the same.`,
  },
  'cases/unknown-paper': {
    vi: (v) => `Giấy tờ “${v.code}” không có trong thủ tục; giấy tờ khác đặt mã “other-…” và kèm tên.`,
    en: (v) => `The procedure has no paper “${v.code}”; others are called “other-…” and bring their name.`,
  },
  'cases/unknown-result': {
    vi: (v) => `Kết quả “${v.code}” không có trong thủ tục hoặc được ghi hai lần.`,
    en: (v) => `The procedure has no result “${v.code}”, or it is named twice.`,
  },
  'cases/received-in-future': {
    vi: () => 'Thời điểm tiếp nhận không được ở tương lai.',
    en: () => 'The moment of receipt cannot lie in the future.',
  },
  'cases/received-too-long-ago': {
    vi: (v) => `Chỉ được nhập muộn từ ngày ${v.earliest}.`,
    en: (v) => `A case can be entered later only from ${v.earliest} on.`,
  },
  'cases/reason-needed': {
    vi: () => 'Cần ghi lý do.',
    en: () => 'A reason is needed.',
  },
  'cases/late-reason-needed': {
    vi: () => 'Hồ sơ đã quá hạn: cần chọn nguyên nhân chậm.',
    en: () => 'The case is late: choose the reason for lateness.',
  },
  'cases/unknown-late-reason': {
    vi: (v) => `Không có nguyên nhân chậm mang mã “${v.code}”.`,
    en: (v) => `There is no reason for lateness with the code “${v.code}”.`,
  },
  'cases/fees-due': {
    vi: () => 'Phí, lệ phí chưa nộp đủ nên chưa trả được kết quả. Hãy xác nhận đã nộp.',
    en: () => 'Fees are due, so the result cannot be handed over yet. Confirm the payment.',
  },
  'cases/already-extended': {
    vi: () => 'Hồ sơ đã được gia hạn một lần; không gia hạn lần thứ hai.',
    en: () => 'The case was extended once; there is no second time.',
  },
  'cases/extension-too-late': {
    vi: () => 'Thời hạn đã qua nên không gia hạn được nữa.',
    en: () => 'The deadline has passed, so it can no longer be extended.',
  },
  'cases/not-later': {
    vi: () => 'Thời hạn mới phải sau hiện tại và sau thời hạn đang có.',
    en: () => 'The new moment must be later than now and than the one that stands.',
  },
  'cases/not-working-time': {
    vi: () => 'Thời hạn mới phải nằm trong giờ làm việc.',
    en: () => 'The new moment must lie in working time.',
  },
  'cases/not-running': {
    vi: () => 'Thời hạn của hồ sơ không đang chạy.',
    en: () => 'The clock of the case is not running.',
  },
  'cases/deadline-stands': {
    vi: () => 'Thời hạn tính theo lịch hiện hành vẫn như cũ.',
    en: () => 'Counted with the calendar in force, the due moment stays as it is.',
  },
  'cases/nothing-to-pay': {
    vi: () => 'Hồ sơ không còn khoản nào phải nộp.',
    en: () => 'There is nothing left to pay.',
  },
  'cases/paid-too-much': {
    vi: () =>
      'Số tiền lớn hơn khoản còn phải nộp. Chỉ xác nhận đúng khoản còn phải nộp; phần nộp thừa trả lại ngay tại quầy hoặc hoàn theo quy định về phí, lệ phí, không ghi vào hồ sơ này.',
    en: () =>
      'The amount is more than what is still due. Confirm what is due and no more; what was paid beyond is given back at the desk or refunded by the rules on fees, and is not booked on this case.',
  },
  'cases/waived-too-much': {
    vi: () => 'Số tiền miễn, giảm lớn hơn khoản còn phải nộp.',
    en: () => 'More is waived than is still due.',
  },
  'cases/no-such-fee': {
    vi: (v) => `Hồ sơ không có khoản thu “${v.code}”.`,
    en: (v) => `The case has no fee “${v.code}”.`,
  },
  'cases/fees-only-grow': {
    vi: () => 'Tổng phải nộp không giảm được theo cách này; hãy miễn, giảm có căn cứ.',
    en: () => 'What is due does not shrink this way; waive with the legal ground.',
  },
  'cases/not-waiting-for-money': {
    vi: () => 'Chưa có khoản nào để yêu cầu nộp.',
    en: () => 'There is nothing to ask payment for.',
  },
  'cases/already-there': {
    vi: () => 'Hồ sơ đã thuộc đơn vị này.',
    en: () => 'The case is already with this unit.',
  },
  'cases/unknown-assignee': {
    vi: () => 'Không tìm thấy cán bộ có tài khoản này.',
    en: () => 'No official signs in with this account.',
  },
  'cases/assignee-without-right': {
    vi: (v) => `${v.name} hiện không có quyền xử lý hồ sơ của đơn vị này.`,
    en: (v) => `${v.name} has no right to process cases of this unit now.`,
  },
  'cases/no-next-step': {
    vi: () => 'Quy trình không còn bước để chuyển tiếp.',
    en: () => 'The process has no step to hand on to.',
  },
  'cases/not-a-next-step': {
    vi: () => 'Không chuyển tiếp được đến bước này từ bước hiện nay.',
    en: () => 'This step does not follow the present one.',
  },
  'cases/not-an-earlier-step': {
    vi: () => 'Bước này không đứng trước bước hiện nay.',
    en: () => 'This step does not come before the present one.',
  },
  'cases/unit-needed': {
    vi: () => 'Hãy chọn đơn vị nhận ở bước này.',
    en: () => 'Choose the unit that takes the case at this step.',
  },
  'cases/opinions-waiting': {
    vi: (v) => `Còn ${v.count} ý kiến chưa trả lời.`,
    en: (v) => `${v.count} opinions are still waited for.`,
  },
  'cases/opinion-not-waiting': {
    vi: () => 'Ý kiến này đã được trả lời hoặc đã rút.',
    en: () => 'This opinion was answered or withdrawn already.',
  },
  'cases/not-a-deciding-step': {
    vi: () => 'Hồ sơ chưa đến bước phê duyệt.',
    en: () => 'The case has not come to a step at which it is decided.',
  },
  'cases/nothing-corrected': {
    vi: () => 'Không có gì được sửa.',
    en: () => 'Nothing is corrected.',
  },
  'cases/fee-there': {
    vi: (v) => `Hồ sơ đã có khoản thu “${v.code}”.`,
    en: (v) => `The case has a fee “${v.code}” already.`,
  },
  'cases/ends-before-it-begins': {
    vi: () => 'Ngày hết hiệu lực phải sau ngày bắt đầu.',
    en: () => 'It must end after it begins.',
  },
  'cases/bad-late-reason-code': {
    vi: () => 'Mã chỉ gồm chữ thường không dấu, số và gạch nối.',
    en: () => 'A code is lower-case letters, digits and hyphens.',
  },
}

/** A moment as it travels in the values of a problem, on the office clock. */
function when(at: string | number | undefined): string {
  const instant = new Date(String(at ?? ''))
  return Number.isNaN(instant.getTime()) ? '' : formatMoment(instant)
}
