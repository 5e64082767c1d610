import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  'complaints/unknown': { vi: () => 'Không tìm thấy phản ánh này.', en: () => 'There is no such complaint.' },
  'complaints/unknown-unit': {
    vi: () => 'Không có đơn vị này, hoặc đơn vị đã sắp xếp lại.',
    en: () => 'There is no such unit, or it was reorganised.',
  },
  'complaints/about-what': {
    vi: () => 'Chọn đơn vị, hoặc nhập mã hồ sơ và mã tra cứu.',
    en: () => 'Choose a unit, or enter the code of a case and its secret.',
  },
  'complaints/a-day': {
    vi: ({ most }) => `Mỗi người gửi tối đa ${most ?? ''} phản ánh trong 24 giờ. Xin gửi tiếp sau.`,
    en: ({ most }) => `At most ${most ?? ''} complaints of one person are taken in 24 hours. Please send more later.`,
  },
  'complaints/handled-by-you': {
    vi: () => 'Người đã giải quyết hồ sơ không được trả lời, từ chối, chuyển hay giao phản ánh về hồ sơ đó.',
    en: () => 'Who handled the case may not answer, refuse, hand on or assign a complaint about it.',
  },
  'complaints/ended': {
    vi: () => 'Phản ánh này đã được trả lời hoặc từ chối.',
    en: () => 'This complaint has been answered or refused.',
  },
  'complaints/changed-meanwhile': {
    vi: () => 'Phản ánh vừa được người khác xử lý. Xin tải lại.',
    en: () => 'Somebody dealt with the complaint meanwhile. Please reload.',
  },
  'complaints/asked-already': {
    vi: () => 'Đang chờ công dân bổ sung theo đề nghị trước. Rút đề nghị đó hoặc chờ công dân trả lời.',
    en: () => 'The citizen has been asked already. Take that question back, or wait for what they say.',
  },
  'complaints/asked-no-more': {
    vi: () => 'Đề nghị bổ sung này đã được trả lời hoặc đã rút. Xin tải lại.',
    en: () => 'This question was answered or taken back. Please reload.',
  },
  'complaints/too-late-to-refuse': {
    vi: () => 'Đã quá thời hạn từ chối tiếp nhận; phản ánh phải được trả lời.',
    en: () => 'The time in which it may be refused is over: it has to be answered.',
  },
  'complaints/nobody-there': {
    vi: () => 'Ở đơn vị này và các cấp trên không có ai trả lời được mà không liên quan đến phản ánh.',
    en: () => 'Neither at this unit nor above it is there anybody to answer who is not involved.',
  },
  'complaints/there-already': {
    vi: () => 'Phản ánh đang ở nơi có thẩm quyền: chuyển đến đơn vị đã chọn thì vẫn về nơi này.',
    en: () => 'The complaint is there already: handed on to this unit it would come back to where it is.',
  },
  'complaints/not-to-them': {
    vi: () => 'Chỉ giao cho người được trả lời phản ánh tại đơn vị và không liên quan đến việc được phản ánh.',
    en: () => 'It is given only to who answers complaints at the unit and is not involved.',
  },
  'complaints/term-past': {
    vi: () => 'Thời hạn mới có hiệu lực từ hôm nay trở đi.',
    en: () => 'A new term takes effect from today on.',
  },
  'complaints/not-answered': {
    vi: () => 'Chỉ công khai phản ánh đã trả lời.',
    en: () => 'Only what was answered can be made public.',
  },
  'complaints/not-public': {
    vi: () => 'Câu trả lời này chưa công khai.',
    en: () => 'This answer is not public.',
  },
  'complaints/says-number': {
    vi: () => 'Có số căn cước, điện thoại hoặc tài khoản trong nội dung công khai. Xin bỏ số đó.',
    en: () => 'The text has the number of an identity card, a telephone or an account in it. Please leave it out.',
  },
  'complaints/says-address': {
    vi: () => 'Có địa chỉ thư điện tử trong nội dung công khai. Xin bỏ địa chỉ đó.',
    en: () => 'The text has an e-mail address in it. Please leave it out.',
  },
  'complaints/says-case': {
    vi: () => 'Có mã hồ sơ của công dân trong nội dung công khai. Xin bỏ mã đó.',
    en: () => 'The text names the case of the citizen. Please leave it out.',
  },
  'complaints/says-officer': {
    vi: () => 'Có tên cán bộ được nêu trong nội dung công khai. Xin bỏ tên đó.',
    en: () => 'The text names the officer who was named. Please leave the name out.',
  },
}
