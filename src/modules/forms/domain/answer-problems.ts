import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What is said of an answer to a form. */
export const answerProblems: ProblemMessages = {
  'forms/required': { vi: () => 'Xin điền mục này.', en: () => 'Please fill this in.' },
  'forms/wrong-type': { vi: () => 'Câu trả lời không đúng loại.', en: () => 'The answer is not of the right kind.' },
  'forms/too-long': {
    vi: (v) => `Dài quá: nhiều nhất ${v.most} ký tự.`,
    en: (v) => `Too long: at most ${v.most} characters.`,
  },
  'forms/too-short': {
    vi: (v) => `Ngắn quá: ít nhất ${v.least} ký tự.`,
    en: (v) => `Too short: at least ${v.least} characters.`,
  },
  'forms/unstorable': {
    vi: () => 'Có ký tự không lưu được.',
    en: () => 'Contains a character that cannot be stored.',
  },
  'forms/too-large': { vi: () => 'Số quá lớn.', en: () => 'The number is too large.' },
  'forms/too-small': { vi: (v) => `Ít nhất là ${v.least}.`, en: (v) => `At least ${v.least}.` },
  'forms/too-big': { vi: (v) => `Nhiều nhất là ${v.most}.`, en: (v) => `At most ${v.most}.` },
  'forms/not-whole': { vi: () => 'Phải là số nguyên.', en: () => 'Must be a whole number.' },
  'forms/too-fine': {
    vi: (v) => `Nhiều nhất ${v.decimals} chữ số thập phân.`,
    en: (v) => `At most ${v.decimals} decimals.`,
  },
  'forms/in-future': { vi: () => 'Không được sau hôm nay.', en: () => 'Must not be after today.' },
  'forms/in-past': { vi: () => 'Không được trước hôm nay.', en: () => 'Must not be before today.' },
  'forms/bad-time': { vi: () => 'Giờ viết như 08:30.', en: () => 'A time is written like 08:30.' },
  'forms/bad-person-name': {
    vi: () => 'Họ tên chỉ gồm chữ, như trên giấy tờ.',
    en: () => 'A name has letters only, as on the identity paper.',
  },
  'forms/bad-identity-number': {
    vi: () => 'Số định danh phải có 12 chữ số (hoặc CMND 9 số, hộ chiếu).',
    en: () => 'An identity number has 12 digits (or 9 of an old card, or a passport number).',
  },
  'forms/old-identity-card': {
    vi: () => 'Số CMND 9 số không còn giá trị; nên dùng số định danh 12 số.',
    en: () => 'A 9-digit card is no longer valid; better give the 12-digit identity number.',
  },
  'forms/unknown-birth-province': {
    vi: () => 'Ba số đầu không thuộc 63 tỉnh, thành khi cấp số; hãy kiểm tra lại.',
    en: () => 'The first three digits are none of the 63 provinces; please check.',
  },
  'forms/identity-not-of-birth': {
    vi: () => 'Số định danh không khớp với năm sinh.',
    en: () => 'The identity number does not fit the year of birth.',
  },
  'forms/identity-not-of-gender': {
    vi: () => 'Số định danh không khớp với giới tính.',
    en: () => 'The identity number does not fit the gender.',
  },
  'forms/bad-tax-code': { vi: () => 'Mã số thuế không đúng.', en: () => 'The tax code is not right.' },
  'forms/bad-phone': { vi: () => 'Số điện thoại không đúng.', en: () => 'The phone number is not right.' },
  'forms/unknown-phone-prefix': {
    vi: () => 'Đầu số điện thoại lạ; hãy kiểm tra lại.',
    en: () => 'The prefix of the phone number is not known; please check.',
  },
  'forms/bad-email': { vi: () => 'Địa chỉ thư điện tử không đúng.', en: () => 'The e-mail address is not right.' },
  'forms/bad-mask': {
    vi: (v) => `Phải viết theo dạng ${v.mask} (0 là chữ số, A là chữ cái).`,
    en: (v) => `Must be written like ${v.mask} (0 is a digit, A a letter).`,
  },
  'forms/too-few-chosen': { vi: (v) => `Chọn ít nhất ${v.least}.`, en: (v) => `Choose at least ${v.least}.` },
  'forms/too-many-chosen': { vi: (v) => `Chọn nhiều nhất ${v.most}.`, en: (v) => `Choose at most ${v.most}.` },
  'forms/too-few-files': {
    vi: (v) => `Cần ít nhất ${v.least} tệp.`,
    en: (v) => `At least ${v.least} files are needed.`,
  },
  'forms/too-many-files': { vi: (v) => `Nhiều nhất ${v.most} tệp.`, en: (v) => `At most ${v.most} files.` },
  'forms/too-few-rows': {
    vi: (v) => `Cần ít nhất ${v.least} dòng.`,
    en: (v) => `At least ${v.least} rows are needed.`,
  },
  'forms/too-many-rows': { vi: (v) => `Nhiều nhất ${v.most} dòng.`, en: (v) => `At most ${v.most} rows.` },
  'forms/more-troubles': {
    vi: (v) => `Còn ${v.count} ô chưa đúng nữa.`,
    en: (v) => `${v.count} more cells are not right.`,
  },
  'forms/no-unit': { vi: () => 'Chọn xã, phường hoặc ghi rõ nơi.', en: () => 'Choose the commune or say the place.' },
  'forms/unknown-unit': {
    vi: () => 'Đơn vị này không có vào ngày đó; hãy chọn lại.',
    en: () => 'There was no such unit on that day; please choose again.',
  },
  'forms/check': { vi: () => 'Câu trả lời không khớp với mục khác.', en: () => 'The answer does not fit another one.' },
  'forms/unknown-answer': {
    vi: (v) => `Biểu mẫu không có mục “${v.name}”.`,
    en: (v) => `The form has no field “${v.name}”.`,
  },
  'forms/hidden-answer': {
    vi: () => 'Mục này không được hỏi nhưng lại có câu trả lời.',
    en: () => 'This is not asked but has an answer.',
  },
  'forms/forged-value': {
    vi: () => 'Giá trị khác với giá trị biểu mẫu tự tính.',
    en: () => 'The value differs from what the form computes.',
  },
}
