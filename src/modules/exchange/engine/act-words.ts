import type { CaseThen } from '#modules/cases/index.ts'

/** What is told of an act (NoiDungXuLy): the portal is Vietnamese. */
export const ACT_WORDS: Readonly<Record<CaseThen['act']['act'], string>> = {
  submit: 'Nộp hồ sơ',
  receive: 'Tiếp nhận hồ sơ',
  refuse: 'Từ chối tiếp nhận',
  assign: 'Phân công giải quyết',
  check: 'Kiểm tra thành phần hồ sơ',
  forward: 'Chuyển bước tiếp theo',
  'send-back': 'Chuyển lại bước trước',
  'ask-supplement': 'Yêu cầu bổ sung hồ sơ',
  supplement: 'Tiếp nhận bổ sung',
  'ask-payment': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  'confirm-payment': 'Xác nhận đã nộp phí, lệ phí',
  'waive-fee': 'Miễn, giảm phí, lệ phí',
  consult: 'Lấy ý kiến cơ quan phối hợp',
  'answer-opinion': 'Cơ quan phối hợp trả lời',
  decide: 'Có kết quả giải quyết',
  extend: 'Xin lỗi và hẹn lại ngày trả kết quả',
  stop: 'Dừng giải quyết',
  withdraw: 'Công dân rút hồ sơ',
  return: 'Trả kết quả',
  reopen: 'Mở lại hồ sơ',
  transfer: 'Chuyển cơ quan giải quyết',
  'move-deadline': 'Điều chỉnh thời hạn',
  'give-late-reason': 'Ghi nguyên nhân chậm',
  correct: 'Sửa thông tin hồ sơ',
}
