import type { Label } from '#ui/module.ts'
import type {
  Act,
  AUTHENTICATION,
  BusinessState,
  Channel,
  DeliveryState,
  FinanceState,
  List,
  OFFICIAL_FORMS,
  Outcome,
  PAPER_FORMS,
  PAPER_SOURCES,
  PartyKind,
  RETURN_WAYS,
  SyncState,
} from '../domain/words.ts'

// What the words of domain/words.ts are called on screen: the names officials know from the national portal and the official forms.

type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad' | 'lamp'

/** TrangThaiHoSo of the national portal, by its code. */
export const nationalWords: Readonly<Record<number, Label>> = {
  1: { vi: 'Mới đăng ký', en: 'Submitted' },
  2: { vi: 'Được tiếp nhận', en: 'Received' },
  3: { vi: 'Không được tiếp nhận', en: 'Refused' },
  4: { vi: 'Đang xử lý', en: 'In process' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Papers asked for' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment asked for' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the citizen' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Handled' },
  10: { vi: 'Đã trả kết quả', en: 'Result handed over' },
}

export const stateWords: Record<BusinessState, Label> = {
  draft: { vi: 'Bản nháp', en: 'Draft' },
  submitted: { vi: 'Mới đăng ký', en: 'Submitted' },
  received: { vi: 'Được tiếp nhận', en: 'Received' },
  refused: { vi: 'Không được tiếp nhận', en: 'Refused' },
  processing: { vi: 'Đang xử lý', en: 'In process' },
  supplement: { vi: 'Chờ bổ sung', en: 'Waiting for papers' },
  payment: { vi: 'Chờ nghĩa vụ tài chính', en: 'Waiting for payment' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  stopped: { vi: 'Dừng xử lý', en: 'Stopped' },
  decided: { vi: 'Đã có kết quả', en: 'Decided' },
  returned: { vi: 'Đã trả kết quả', en: 'Returned' },
}

export const stateTones: Record<BusinessState, Tone> = {
  draft: 'neutral',
  submitted: 'lamp',
  received: 'info',
  refused: 'neutral',
  processing: 'info',
  supplement: 'warning',
  payment: 'warning',
  withdrawn: 'neutral',
  stopped: 'neutral',
  decided: 'good',
  returned: 'good',
}

export const financeWords: Record<FinanceState, Label> = {
  none: { vi: 'Không có phí, lệ phí', en: 'No fees' },
  due: { vi: 'Chưa nộp', en: 'Not paid' },
  'partly-paid': { vi: 'Nộp một phần', en: 'Partly paid' },
  paid: { vi: 'Đã nộp', en: 'Paid' },
  waived: { vi: 'Được miễn', en: 'Waived' },
  'refund-due': { vi: 'Phải hoàn', en: 'To be refunded' },
  refunded: { vi: 'Đã hoàn', en: 'Refunded' },
}

export const deliveryWords: Record<DeliveryState, Label> = {
  none: { vi: 'Chưa có kết quả', en: 'No result yet' },
  ready: { vi: 'Chờ trả', en: 'Ready' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  delivered: { vi: 'Đã trao', en: 'Delivered' },
}

export const syncWords: Record<SyncState, Label> = {
  none: { vi: 'Chưa đồng bộ', en: 'Not synchronised' },
  pending: { vi: 'Chờ đồng bộ', en: 'Waiting' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  confirmed: { vi: 'Cổng đã nhận', en: 'Confirmed' },
  failed: { vi: 'Đồng bộ lỗi', en: 'Failed' },
}

export const channelWords: Record<Channel, Label> = {
  counter: { vi: 'Trực tiếp', en: 'Counter' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  post: { vi: 'Bưu chính', en: 'Post' },
}

export const authenticationWords: Record<(typeof AUTHENTICATION)[number], Label> = {
  none: { vi: 'Chưa đối chiếu', en: 'Not checked' },
  'card-seen': { vi: 'Đã xem thẻ căn cước', en: 'Card seen' },
  'eid-1': { vi: 'Định danh điện tử mức 1', en: 'Electronic identity, level 1' },
  'eid-2': { vi: 'Định danh điện tử mức 2', en: 'Electronic identity, level 2' },
}

export const partyKindWords: Record<PartyKind, Label> = {
  person: { vi: 'Cá nhân', en: 'Person' },
  'household-business': { vi: 'Hộ kinh doanh', en: 'Household business' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
}

export const genderWords: Record<'male' | 'female', Label> = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
}

/** As they stand in a history: what happened. */
export const actWords: Record<Act, Label> = {
  submit: { vi: 'Nộp hồ sơ', en: 'Submitted' },
  receive: { vi: 'Tiếp nhận', en: 'Received' },
  refuse: { vi: 'Từ chối tiếp nhận', en: 'Refused' },
  assign: { vi: 'Phân công', en: 'Assigned' },
  check: { vi: 'Thẩm tra thành phần', en: 'Papers checked' },
  forward: { vi: 'Chuyển bước tiếp theo', en: 'Handed on' },
  'send-back': { vi: 'Chuyển trả bước trước', en: 'Sent back' },
  'ask-supplement': { vi: 'Yêu cầu bổ sung', en: 'Supplements asked for' },
  supplement: { vi: 'Tiếp nhận bổ sung', en: 'Supplemented' },
  'ask-payment': { vi: 'Yêu cầu nghĩa vụ tài chính', en: 'Payment asked for' },
  'confirm-payment': { vi: 'Xác nhận đã nộp phí', en: 'Payment confirmed' },
  'waive-fee': { vi: 'Miễn, giảm phí, lệ phí', en: 'Fee waived' },
  consult: { vi: 'Lấy ý kiến', en: 'Opinions asked for' },
  'answer-opinion': { vi: 'Trả lời ý kiến', en: 'Opinion given' },
  decide: { vi: 'Phê duyệt kết quả', en: 'Decided' },
  extend: { vi: 'Xin lỗi và hẹn lại', en: 'New date set, with an apology' },
  stop: { vi: 'Dừng giải quyết', en: 'Stopped' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdrawn' },
  return: { vi: 'Trả kết quả', en: 'Result returned' },
  reopen: { vi: 'Mở lại', en: 'Reopened' },
  transfer: { vi: 'Chuyển cơ quan giải quyết', en: 'Transferred' },
  'move-deadline': { vi: 'Dời hạn theo lịch', en: 'Deadline moved' },
  'give-late-reason': { vi: 'Ghi nguyên nhân chậm', en: 'Lateness explained' },
  correct: { vi: 'Sửa thông tin', en: 'Corrected' },
}

/** As they stand on buttons: what one may do. Only where it differs from the history. */
export const actButtons: Partial<Record<Act, Label>> = {
  receive: { vi: 'Tiếp nhận', en: 'Receive' },
  refuse: { vi: 'Từ chối tiếp nhận', en: 'Refuse' },
  assign: { vi: 'Phân công', en: 'Assign' },
  check: { vi: 'Thẩm tra thành phần', en: 'Check the papers' },
  forward: { vi: 'Chuyển bước tiếp', en: 'Hand on' },
  'send-back': { vi: 'Chuyển trả', en: 'Send back' },
  'ask-supplement': { vi: 'Yêu cầu bổ sung', en: 'Ask for papers' },
  supplement: { vi: 'Nhận bổ sung', en: 'Receive papers' },
  'ask-payment': { vi: 'Yêu cầu nộp tiền', en: 'Ask for payment' },
  'confirm-payment': { vi: 'Xác nhận đã nộp', en: 'Confirm payment' },
  'waive-fee': { vi: 'Miễn, giảm phí', en: 'Waive a fee' },
  consult: { vi: 'Lấy ý kiến', en: 'Ask other units' },
  'answer-opinion': { vi: 'Trả lời ý kiến', en: 'Answer' },
  decide: { vi: 'Phê duyệt', en: 'Decide' },
  extend: { vi: 'Hẹn lại ngày trả', en: 'Set a new date' },
  stop: { vi: 'Dừng giải quyết', en: 'Stop' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  return: { vi: 'Trả kết quả', en: 'Return the result' },
  reopen: { vi: 'Mở lại', en: 'Reopen' },
  transfer: { vi: 'Chuyển cơ quan khác', en: 'Transfer' },
  'give-late-reason': { vi: 'Ghi nguyên nhân chậm', en: 'Explain lateness' },
  correct: { vi: 'Sửa thông tin', en: 'Correct' },
}

export const outcomeWords: Record<Outcome, Label> = {
  granted: { vi: 'Đồng ý', en: 'Granted' },
  rejected: { vi: 'Không đồng ý', en: 'Rejected' },
}

export const returnWayWords: Record<(typeof RETURN_WAYS)[number], Label> = {
  desk: { vi: 'Tại quầy', en: 'At the desk' },
  post: { vi: 'Qua bưu chính', en: 'By post' },
  online: { vi: 'Bản điện tử', en: 'Electronically' },
}

export const paperFormWords: Record<(typeof PAPER_FORMS)[number], Label> = {
  original: { vi: 'Bản chính', en: 'Original' },
  'certified-copy': { vi: 'Bản sao chứng thực', en: 'Certified copy' },
  copy: { vi: 'Bản sao', en: 'Copy' },
  electronic: { vi: 'Bản điện tử', en: 'Electronic' },
}

export const paperSourceWords: Record<(typeof PAPER_SOURCES)[number], Label> = {
  citizen: { vi: 'Người nộp', en: 'Applicant' },
  scanned: { vi: 'Số hóa tại quầy', en: 'Scanned at the desk' },
  reused: { vi: 'Dùng lại từ kho', en: 'Reused from the store' },
  national: { vi: 'Cơ sở dữ liệu quốc gia', en: 'National database' },
}

export const listWords: Record<List, Label> = {
  mine: { vi: 'Việc của tôi', en: 'Mine' },
  unit: { vi: 'Của đơn vị', en: 'My unit' },
  'due-today': { vi: 'Đến hạn hôm nay', en: 'Due today' },
  'due-soon': { vi: 'Còn 2 ngày', en: 'Due in 2 days' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  'waiting-citizen': { vi: 'Chờ người dân', en: 'Waiting for the citizen' },
  'to-receive': { vi: 'Chờ tiếp nhận', en: 'To receive' },
  'to-return': { vi: 'Chờ trả kết quả', en: 'To return' },
  opinions: { vi: 'Xin ý kiến', en: 'Opinions' },
  letters: { vi: 'Công dân chờ trả lời', en: 'Citizen waits for an answer' },
  all: { vi: 'Tất cả', en: 'All' },
}

export const formWords: Record<(typeof OFFICIAL_FORMS)[number], Label> = {
  '01': { vi: 'Mẫu 01: Giấy tiếp nhận và hẹn trả kết quả', en: 'Form 01: receipt and date of return' },
  '02': { vi: 'Mẫu 02: Phiếu yêu cầu bổ sung, hoàn thiện', en: 'Form 02: request for supplements' },
  '03': { vi: 'Mẫu 03: Phiếu từ chối tiếp nhận', en: 'Form 03: refusal' },
  '04': { vi: 'Mẫu 04: Văn bản xin lỗi, gia hạn', en: 'Form 04: apology and extension' },
  '05': { vi: 'Mẫu 05: Thông báo dừng giải quyết', en: 'Form 05: notice of stopping' },
  '06': { vi: 'Mẫu 06: Phiếu kiểm soát quá trình', en: 'Form 06: control sheet' },
  '07': { vi: 'Mẫu 07: Sổ theo dõi hồ sơ', en: 'Form 07: register of dossiers' },
}
