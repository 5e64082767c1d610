import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What is said of the numbers and addresses of people and organisations: what is refused, and what is only doubted. */
export const partyProblems: ProblemMessages = {
  'cases/old-identity-card': {
    vi: () => 'Số CMND 9 số không còn giá trị; hãy cập nhật số định danh.',
    en: () => 'A 9-digit identity card is no longer valid; ask for the personal identifier.',
  },
  'cases/unknown-birth-province': {
    vi: () => 'Ba số đầu không thuộc 63 tỉnh, thành khi cấp số; hãy kiểm tra lại.',
    en: () => 'The first three digits are none of the 63 provinces; please check.',
  },
  'cases/bad-identity-number': {
    vi: () => 'Số định danh phải có 12 chữ số (hoặc CMND 9 số, hộ chiếu).',
    en: () => 'An identifier has 12 digits (or 9 of an old card, or a passport number).',
  },
  'cases/identity-not-of-birth': {
    vi: () => 'Số định danh không khớp với năm sinh.',
    en: () => 'The identifier does not fit the year of birth.',
  },
  'cases/identity-not-of-gender': {
    vi: () => 'Số định danh không khớp với giới tính.',
    en: () => 'The identifier does not fit the gender.',
  },
  'cases/bad-tax-code': {
    vi: () => 'Mã số thuế không đúng.',
    en: () => 'The tax code is not right.',
  },
  'cases/bad-phone': {
    vi: () => 'Số điện thoại không đúng.',
    en: () => 'The phone number is not right.',
  },
  'cases/unknown-phone-prefix': {
    vi: () => 'Đầu số điện thoại lạ; hãy kiểm tra lại.',
    en: () => 'The prefix of the phone number is not known; please check.',
  },
  'cases/bad-email': {
    vi: () => 'Địa chỉ thư điện tử không đúng.',
    en: () => 'The e-mail address is not right.',
  },
}
