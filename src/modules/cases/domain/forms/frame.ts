import { dayAt, englishDay, officialDayInWords } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import type { FormCase, FormUnit } from './facts.ts'
import type { FormBlock, FormField, FormPage } from './page.ts'
import { agencyName, type Language } from './words.ts'

type Frame = {
  readonly form: string
  readonly unit: FormUnit
  readonly at: Date
  readonly title: string
  readonly reference: string
  readonly blocks: readonly FormBlock[]
  readonly demonstration: boolean
} & Partial<
  Pick<FormPage, 'language' | 'landscape' | 'mark' | 'subtitle' | 'qr' | 'barcode' | 'signatures' | 'recipients'>
>

/** The page with the head and foot that all forms share (Decree 30/2020, annex I). */
export function framed({ unit, at, demonstration, form, ...rest }: Frame): FormPage {
  const language = rest.language ?? 'vi'
  const day = dayAt(at)
  return {
    language,
    landscape: false,
    mark: '',
    subtitle: '',
    qr: null,
    barcode: null,
    signatures: [],
    recipients: [],
    form,
    parentAgency: unit.parent ? agencyName(unit.parent).toLocaleUpperCase('vi') : '',
    agency: agencyName(unit).toLocaleUpperCase('vi'),
    nation: language === 'vi' ? 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' : 'SOCIALIST REPUBLIC OF VIET NAM',
    motto: language === 'vi' ? 'Độc lập - Tự do - Hạnh phúc' : 'Independence - Freedom - Happiness',
    placeAndDay: `${unit.place || '…………'}, ${language === 'vi' ? officialDayInWords(day) : englishDay(day)}`,
    foot: demonstration ? 'DỮ LIỆU MINH HỌA' : '',
    ...rest,
  }
}

/** The QR that leads to the public page, with what to type by hand; null while there is no code. */
export function lookUpMark({ code, secret, lookUpUrl }: FormCase, language: Language = 'vi'): FormPage['qr'] {
  if (code === null || lookUpUrl === null) return null
  const says = language === 'vi' ? 'Mã QR mở trang tra cứu hồ sơ' : 'QR code that opens the page of this case'
  const caption =
    language === 'vi' ? ['Quét mã để tra cứu', `Mã tra cứu: ${secret}`] : ['Scan to follow', `Look-up code: ${secret}`]
  return { url: lookUpUrl, caption, says }
}

/** The dossier code in bars, for scanners of desks; null while there is no code. */
export function codeBars({ code }: Pick<FormCase, 'code'>, language: Language = 'vi'): FormPage['barcode'] {
  if (code === null) return null
  return { text: code, says: `${language === 'vi' ? 'Mã vạch của mã hồ sơ' : 'Bar code of the case number'} ${code}` }
}

/** `Mã số hồ sơ: …`, with a gap while there is no code. */
export function codeLine({ code }: Pick<FormCase, 'code'>, language: Language = 'vi'): string {
  return `${language === 'vi' ? 'Mã số hồ sơ' : 'Case number'}: ${code ?? '……………………'}`
}

/** Whose case it is and how to reach them: the lines that stand on every form. */
export function partyFields(from: FormCase, language: Language = 'vi'): FormField[] {
  const vi = language === 'vi'
  const subject = from.parties.find(({ role }) => role === 'subject')
  const representative = from.parties.find(({ role }) => role === 'representative')
  const number = [subject?.identityNumber, subject?.taxCode].filter(Boolean).join(' / ')
  const contact = representative?.phone ? representative : subject
  return [
    { label: vi ? 'Tiếp nhận hồ sơ của' : 'Received from', value: subject?.name ?? '', strong: true },
    { label: vi ? 'Số định danh/CCCD/MST' : 'Identity or tax number', value: number },
    ...(representative
      ? [
          {
            label: vi ? 'Người nộp thay' : 'Filed by',
            value: `${representative.name}${representative.ground ? ` (${representative.ground})` : ''}`,
          },
        ]
      : []),
    { label: vi ? 'Địa chỉ' : 'Address', value: subject?.address ?? '' },
    { label: vi ? 'Số điện thoại' : 'Phone', value: contact?.phone ?? '' },
    ...(contact?.email ? [{ label: 'Email', value: contact.email }] : []),
  ]
}

/** What is asked for: the title, and the procedure when the title does not say it. */
export function matterFields({ title, procedureName, procedureCode }: FormCase): FormField[] {
  const named = `${procedureName} (${procedureCode})`
  return [
    { label: 'Nội dung yêu cầu giải quyết', value: title === procedureName ? named : title },
    ...(title === procedureName ? [] : [{ label: 'Thủ tục hành chính', value: named }]),
  ]
}

/** The sentence that says where to ask. */
export function helpText({ received }: FormCase): FormBlock {
  const { desk } = received
  const where = desk ? `${desk.name}, ${desk.address}` : `Bộ phận Một cửa ${agencyName(received)}`
  return {
    kind: 'text',
    style: 'plain',
    text: `Trong quá trình thực hiện nếu có vướng mắc, Ông/Bà liên hệ ${where}${desk?.phone ? `, số điện thoại ${desk.phone}` : ''} để được hướng dẫn.`,
  }
}

export const SIGN = '(Ký và ghi rõ họ tên)'

/** Refuses a form that says nothing true of the case. */
export function notForThisCase(form: string): Problem {
  return new Problem('conflict', 'cases/form-not-applicable', 'The case has nothing that this form could say.', {
    values: { form },
  })
}
