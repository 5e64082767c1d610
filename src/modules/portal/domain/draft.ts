// What an application of a citizen consists of besides what the procedure asks: whose it is, who hands it in, how the result comes.

import { isTaxpayerCode, normalTaxCode } from '#kernel/person-numbers.ts'

export const ACTING_FOR = ['self', 'child', 'other', 'organisation'] as const

export type FieldValue = string | number | boolean | null | { readonly fileId: string; readonly name: string }
export type Fields = Readonly<Record<string, FieldValue>>

/** One thing that is still wrong, at the field where it is mended. */
export type Trouble = { readonly field: string; readonly code: string }

/** What a procedure asks, as far as the draft is held against it. */
export type Asked = {
  readonly questions: readonly { readonly name: string }[]
  readonly papers: readonly { readonly code: string; readonly required: boolean }[]
}

const NAMES = new Set([
  'actingFor',
  'unitId',
  'returnWay',
  // Where the writer is, to go on from there.
  'step',
  ...['kind', 'name', 'identityNumber', 'taxCode', 'bornOn', 'gender', 'phone', 'email', 'address'].flatMap((part) => [
    `subject.${part}`,
    `representative.${part}`,
  ]),
  'representative.ground',
  'representative.proof',
])

/** Whether a field of this name may stand in a draft of a procedure with these questions and papers. */
export function isFieldName(name: string, questions: readonly string[], papers: readonly string[]): boolean {
  const [kind, rest] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)]
  if (NAMES.has(name)) return true
  if (kind === 'answers') return questions.includes(rest)
  if (kind === 'paper') return papers.includes(rest)
  return kind === 'consent' && PURPOSES.some(({ code }) => code === rest)
}

/** What is still missing before it can be handed in; nothing: it can. */
export function troublesOf(fields: Fields, { papers }: Asked): Trouble[] {
  const missing = (name: string) => (text(fields, name) === '' ? [{ field: name, code: 'platform/required' }] : [])
  const acting = text(fields, 'actingFor')
  const contact = acting === 'self' ? 'subject' : 'representative'
  const reach =
    text(fields, `${contact}.phone`) === '' && text(fields, `${contact}.email`) === ''
      ? [{ field: `${contact}.phone`, code: 'portal/no-contact' }]
      : []
  return [
    ...(ACTING_FOR.some((one) => one === acting) ? [] : [{ field: 'actingFor', code: 'platform/required' }]),
    ...missing('subject.name'),
    ...(acting === 'organisation' ? organisationTroubles(fields) : []),
    ...(acting === '' || acting === 'self'
      ? []
      : [...missing('representative.name'), ...missing('representative.ground')]),
    ...(acting === '' || acting === 'self' || isFile(fields['representative.proof'])
      ? []
      : [{ field: 'representative.proof', code: 'portal/proof-missing' }]),
    ...reach,
    ...missing('unitId'),
    ...papers
      .filter(({ code, required }) => required && !isPaperSettled(fields[`paper.${code}`]))
      .map(({ code }) => ({ field: `paper.${code}`, code: 'portal/paper-missing' })),
  ]
}

/** An organisation is known by its kind and its tax code. */
function organisationTroubles(fields: Fields): Trouble[] {
  const taxCode = normalTaxCode(text(fields, 'subject.taxCode'))
  return [
    ...(text(fields, 'subject.kind') === '' ? [{ field: 'subject.kind', code: 'platform/required' }] : []),
    ...(taxCode === '' ? [{ field: 'subject.taxCode', code: 'platform/required' }] : []),
    ...(taxCode !== '' && !isTaxpayerCode(taxCode) ? [{ field: 'subject.taxCode', code: 'cases/bad-tax-code' }] : []),
  ]
}

/** A file, or the promise to bring the paper. */
const isPaperSettled = (value: FieldValue | undefined): boolean => value === 'bring' || isFile(value)

export function isFile(value: FieldValue | undefined): value is { readonly fileId: string; readonly name: string } {
  return typeof value === 'object' && value !== null
}

/** The field as text; empty when it is none. */
export function text(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** What may be agreed to, beyond what the law has an office do anyway. The words are kept by version: a change of words is a new version. */
export const PURPOSES = [
  {
    code: 'messages',
    version: 1,
    vi: 'Tôi đồng ý nhận thông báo về hồ sơ này qua tin nhắn, Zalo và thư điện tử.',
    en: 'I agree to be told about this case by text message, Zalo and e-mail.',
  },
  {
    code: 'reuse',
    version: 1,
    vi: 'Tôi đồng ý để giấy tờ đã nộp được dùng lại khi tôi làm thủ tục khác, để không phải nộp lại.',
    en: 'I agree that these papers may be used again for other procedures of mine, so that I need not hand them in again.',
  },
] as const

/** Agreed to once for all applications of a citizen, beside what is known of them. */
export const KNOWN_PURPOSE = {
  code: 'known',
  version: 1,
  vi: 'Tôi đồng ý để họ tên, số định danh, ngày sinh và nơi cư trú do hệ thống định danh xác thực được điền sẵn vào hồ sơ tôi soạn.',
  en: 'I agree that my name, number, date of birth and address, as the provider of identities verified them, are put into the applications I write.',
} as const

/** Agreed to once for all applications of a citizen, on the page of their own. */
export const PUSH_PURPOSE = {
  code: 'push',
  version: 1,
  vi: 'Tôi đồng ý để trình duyệt này báo khi hồ sơ của tôi có tin mới. Thông báo không ghi nội dung hồ sơ.',
  en: 'I agree that this browser tells me when my applications have news. A notice says nothing of what they contain.',
} as const

/** Everything that may be agreed to. */
export const ALL_PURPOSES = [...PURPOSES, KNOWN_PURPOSE, PUSH_PURPOSE] as const
