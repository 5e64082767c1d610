import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  'portal/unknown-service': {
    vi: () => 'Không có thủ tục này, hoặc thủ tục đã hết hiệu lực.',
    en: () => 'There is no such procedure, or it is no longer in force.',
  },
  'portal/unknown-event': { vi: () => 'Không có sự kiện này.', en: () => 'There is no such life event.' },
  'portal/unknown-field': { vi: () => 'Không có lĩnh vực này.', en: () => 'There is no such field.' },
  'portal/unknown-place': {
    vi: () => 'Không có đơn vị này, hoặc đơn vị đã sắp xếp lại.',
    en: () => 'There is no such unit, or it was reorganised.',
  },
  'portal/unknown-synonym': { vi: () => 'Không có từ đồng nghĩa này.', en: () => 'There is no such synonym.' },
  'portal/meaning-finds-nothing': {
    vi: () => 'Cách gọi chính thức này không tìm ra thủ tục nào.',
    en: () => 'No procedure is found by these official words.',
  },
  'portal/no-address': {
    vi: () => 'Nhập địa chỉ thư điện tử hoặc số điện thoại di động Việt Nam.',
    en: () => 'Enter an e-mail address or a Vietnamese mobile number.',
  },
  'portal/too-many-codes': {
    vi: () => 'Đã gửi nhiều mã đến địa chỉ này. Xin đợi 10 phút.',
    en: () => 'Several codes were sent to this address. Please wait ten minutes.',
  },
  'portal/cannot-send': {
    vi: (v) =>
      v.channel === 'sms'
        ? 'Hệ thống chưa gửi được tin nhắn. Xin dùng thư điện tử.'
        : 'Hệ thống chưa gửi được thư điện tử.',
    en: (v) =>
      v.channel === 'sms' ? 'Text messages cannot be sent yet. Please use e-mail.' : 'E-mail cannot be sent yet.',
  },
  'portal/code-wrong': {
    vi: () => 'Mã không đúng hoặc đã hết hiệu lực.',
    en: () => 'The code is wrong or has run out.',
  },
  'portal/no-provider': {
    vi: () => 'Nơi này chưa nối với hệ thống định danh điện tử.',
    en: () => 'No provider of identities is connected here.',
  },
  'portal/provider-unreachable': {
    vi: () =>
      'Hệ thống định danh điện tử đang không trả lời. Điều bạn đã viết không mất. Xin thử lại sau, hoặc đăng nhập bằng mã.',
    en: () =>
      'The provider of identities does not answer. Nothing you wrote is lost. Please try again later, or sign in by a code.',
  },
  'portal/provider-silent': {
    vi: () =>
      'Hệ thống định danh điện tử ngừng trả lời giữa chừng nên bạn chưa đăng nhập. Điều bạn đã viết không mất. Xin thử lại sau, hoặc đăng nhập bằng mã.',
    en: () =>
      'The provider of identities stopped answering, so you are not signed in. Nothing you wrote is lost. Please try again later, or sign in by a code.',
  },
  'portal/provider-declined': {
    vi: () =>
      'Bạn đã dừng, hoặc hệ thống định danh điện tử từ chối. Bạn chưa đăng nhập và chưa có thông tin nào được chuyển sang đây.',
    en: () =>
      'You stopped, or the provider of identities refused. You are not signed in and nothing about you was passed on to us.',
  },
  'portal/provider-refused': {
    vi: () =>
      'Câu trả lời của hệ thống định danh điện tử không hợp lệ hoặc đã quá hạn, nên bạn chưa đăng nhập. Điều bạn đã viết không mất. Xin làm lại.',
    en: () =>
      'The answer of the provider of identities is not valid or came too late, so you are not signed in. Nothing you wrote is lost. Please start again.',
  },
  'portal/identity-elsewhere': {
    vi: () => 'Định danh này đã gắn với một người dùng khác ở đây, hoặc bạn đã gắn định danh khác.',
    en: () => 'This identity belongs to another user here already, or you have linked another one.',
  },
  'portal/consent-about-what': {
    vi: () => 'Điều này phải đồng ý cho đúng hồ sơ, hoặc cho tất cả.',
    en: () => 'This is agreed to for one application, or for all of them.',
  },
  'portal/no-own-address': {
    vi: () =>
      'Bạn đăng nhập bằng định danh điện tử nên ở đây chưa có địa chỉ liên lạc của bạn. Xin đăng nhập bằng mã, hoặc đặt mà không đăng nhập.',
    en: () =>
      'You signed in by electronic identity, so no address of yours is known here. Please sign in by a code, or go on without signing in.',
  },
  'portal/unsigned': {
    vi: () => 'Việc này cần đăng nhập. Điều bạn đã viết được giữ lại và theo bạn khi đăng nhập.',
    en: () => 'This needs signing in. What you wrote is kept and goes with you when you do.',
  },
  'portal/unknown-draft': { vi: () => 'Không tìm thấy hồ sơ.', en: () => 'There is no such application.' },
  'portal/unknown-file': { vi: () => 'Không tìm thấy tệp này.', en: () => 'There is no such file.' },
  'portal/draft-closed': {
    vi: () => 'Hồ sơ đã nộp hoặc đã xóa, không sửa được nữa.',
    en: () => 'This application was handed in or thrown away and cannot be changed.',
  },
  'portal/not-filed': { vi: () => 'Hồ sơ chưa nộp.', en: () => 'This application has not been handed in.' },
  'portal/not-online': {
    vi: () => 'Thủ tục này chưa nộp trực tuyến được; xin nộp tại quầy.',
    en: () => 'This procedure cannot be done online; please go to the counter.',
  },
  'portal/too-many-drafts': {
    vi: () => 'Bạn đang soạn quá nhiều hồ sơ. Xin nộp hoặc xóa bớt.',
    en: () => 'You are writing too many applications. Please hand in or throw away some.',
  },
  'portal/unknown-field-name': { vi: () => 'Hồ sơ không có mục này.', en: () => 'The application has no such field.' },
  'portal/answer-shape': {
    vi: () => 'Câu trả lời không có dạng mà mục này nhận, nên chưa được lưu.',
    en: () => 'The answer does not have the form this field takes, so it was not saved.',
  },
  'portal/answer-too-large': {
    vi: () => 'Câu trả lời quá dài nên chưa được lưu; xin rút ngắn.',
    en: () => 'The answer is too long and was not saved; please shorten it.',
  },
  'portal/answer-computed': {
    vi: () => 'Mục này do biểu mẫu tự tính, không nhận câu trả lời.',
    en: () => 'The form computes this field; it takes no answer.',
  },
  'portal/form-changed': {
    vi: () => 'Biểu mẫu vừa có phiên bản mới. Hồ sơ của bạn được chuyển sang; xin xem lại các mục đã đổi rồi nộp.',
    en: () =>
      'A new version of the form is in force. Your application is brought to it; please look at what changed, then hand it in.',
  },
  'portal/no-form': {
    vi: () => 'Thủ tục này không có tờ khai điện tử.',
    en: () => 'This procedure has no electronic form.',
  },
  'portal/no-contact': {
    vi: () => 'Cần số điện thoại hoặc thư điện tử để báo tin cho bạn.',
    en: () => 'A phone number or e-mail is needed to reach you.',
  },
  'portal/proof-missing': {
    vi: () => 'Cần ảnh hoặc bản chụp giấy tờ chứng minh bạn được làm thay.',
    en: () => 'A picture of the proof that you may act for them is needed.',
  },
  'portal/paper-missing': {
    vi: () => 'Gửi tệp, hoặc chọn mang bản giấy đến quầy.',
    en: () => 'Send a file, or choose to bring the paper to the counter.',
  },
  'portal/unknown-device': { vi: () => 'Không tìm thấy trình duyệt này.', en: () => 'There is no such browser.' },
  'portal/too-many-devices': {
    vi: ({ most }) => `Mỗi người bật thông báo trên tối đa ${most ?? ''} trình duyệt. Xin tắt bớt.`,
    en: ({ most }) => `Notices can be on in at most ${most ?? ''} browsers. Please turn some off.`,
  },
  'portal/nothing-said': { vi: () => 'Cần ít nhất một từ.', en: () => 'At least one word is needed.' },
}
