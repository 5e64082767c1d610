import { many } from '#kernel/messages.ts'
import { formatNumber } from '#kernel/number.ts'
import type { Checked } from './audit.ts'
import type { DocumentFormat } from './document.ts'
import { type Correction, type Finding, SEVERITIES, type Severity } from './finding.ts'
import type { Words } from './words.ts'

/** How findings are spoken of, the same on the page, in Word, PDF, text and HTML. */
export const SEVERITY_WORDS: Record<Severity, Words> = {
  proved: { vi: 'Đã chứng minh', en: 'Proved' },
  likely: { vi: 'Nhiều khả năng sai', en: 'Likely wrong' },
  look: { vi: 'Nên xem lại', en: 'Worth a look' },
}

export const SEVERITY_ABOUT: Record<Severity, Words> = {
  proved: {
    vi: 'Phép tính hoặc lập luận cho thấy các số được trích không thể cùng đúng.',
    en: 'Arithmetic or logic shows that the quoted figures cannot all be right.',
  },
  likely: {
    vi: 'Chỉ đúng nếu có điều bất thường mà văn bản không nói tới.',
    en: 'Right only if something unusual holds that the document does not mention.',
  },
  look: {
    vi: 'Có thể vẫn đúng; nên dành một phút xem lại.',
    en: 'May well be right; worth the minute it takes to look.',
  },
}

export const STATES = ['open', 'accepted', 'dismissed'] as const
/** What people made of a finding: nothing yet, it is to be corrected, or it is no mistake. */
export type State = (typeof STATES)[number]

export const STATE_WORDS: Record<State, Words> = {
  open: { vi: 'Chưa xử lý', en: 'Open' },
  accepted: { vi: 'Đồng ý, sẽ sửa', en: 'Accepted, to be corrected' },
  dismissed: { vi: 'Bỏ qua, có lý do', en: 'Dismissed with a reason' },
}

export const CORRECTION_WORDS: Record<Correction['kind'], Words> = {
  swap: { vi: 'Hai số bị đổi chỗ', en: 'Two figures swapped' },
  transpose: { vi: 'Chữ số bị đảo thứ tự', en: 'Digits transposed' },
  'lost-mark': { vi: 'Sai hoặc mất dấu phân cách', en: 'Separator lost or wrong' },
  'wrong-denominator': { vi: 'Sai mẫu số', en: 'Wrong denominator' },
  'wrong-total': { vi: 'Sai số tổng', en: 'Wrong total' },
  'wrong-ratio': { vi: 'Sai tỷ lệ', en: 'Wrong ratio' },
  'wrong-date': { vi: 'Sai ngày tháng', en: 'Wrong date' },
  other: { vi: 'Cần sửa', en: 'To be corrected' },
}

/** Stands where a correction would, when no unchanged cell confirms one. */
export const NO_CORRECTION: Words = {
  vi: 'Không đủ căn cứ để kết luận số nào sai.',
  en: 'Not enough grounds to conclude which figure is wrong.',
}

/** Stands on whatever is made from figures that are no one's. */
export const DEMONSTRATION_WORDS: Words = { vi: 'DỮ LIỆU MINH HỌA', en: 'DEMONSTRATION DATA' }

/** The names of the parts of a finding, in the order in which they are told. */
export const PART_WORDS = {
  where: { vi: 'Vị trí', en: 'Place' },
  stated: { vi: 'Văn bản ghi', en: 'Stated' },
  worked: { vi: 'Tính lại', en: 'Computed' },
  why: { vi: 'Vì sao', en: 'Why' },
  correction: { vi: 'Đề nghị sửa', en: 'Correction' },
  confirmedBy: { vi: 'Được xác nhận bởi', en: 'Confirmed by' },
  notes: { vi: 'Lưu ý', en: 'Note' },
  decision: { vi: 'Ý kiến xử lý', en: 'Decision' },
  earlier: { vi: 'Ý kiến lần trước, khi văn bản ghi', en: 'Decided earlier, when it said' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
} as const satisfies Record<string, Words>

export const FORMAT_WORDS: Record<DocumentFormat, Words> = {
  docx: { vi: 'tệp Word (.docx)', en: 'Word file (.docx)' },
  xlsx: { vi: 'bảng tính Excel (.xlsx)', en: 'Excel workbook (.xlsx)' },
  ods: { vi: 'bảng tính OpenDocument (.ods)', en: 'OpenDocument spreadsheet (.ods)' },
  html: { vi: 'trang HTML', en: 'HTML page' },
  md: { vi: 'tệp Markdown (.md)', en: 'Markdown file (.md)' },
  csv: { vi: 'tệp CSV', en: 'CSV file' },
  pdf: { vi: 'tệp PDF', en: 'PDF file' },
  text: { vi: 'tệp văn bản thuần (.txt)', en: 'plain text file (.txt)' },
  own: { vi: 'báo cáo lập trên nền tảng', en: 'report drawn up on the platform' },
}

export type SeverityCounts = Readonly<Record<Severity, number>>

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly { readonly severity: Severity }[]): SeverityCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { proved: count('proved'), likely: count('likely'), look: count('look') }
}

/** `3 đã chứng minh, 1 nên xem lại`; severities nobody found are left out. */
export function severityCountWords(counts: SeverityCounts): Words {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0)
  if (found.length === 0) return { vi: 'không có điểm nào', en: 'no findings' }
  const list = (language: keyof Words) =>
    found.map((severity) => `${counts[severity]} ${SEVERITY_WORDS[severity][language].toLowerCase()}`).join(', ')
  return { vi: list('vi'), en: list('en') }
}

/** `“421.62” → “421.620”; …`: the changes of a correction as one line, empty when it only says what to do. */
export function changeText({ changes }: Correction): string {
  return changes.map(({ from, to }) => `“${from}” → “${to}”`).join('; ')
}

/** What to correct and how, or that nothing confirms a correction. Changes that the words already name are not told twice. */
export function correctionWords({ correction }: Pick<Finding, 'correction'>): Words {
  if (!correction) return NO_CORRECTION
  const say = (language: keyof Words) => {
    const says = correction.says[language]
    const told = `${CORRECTION_WORDS[correction.kind][language]}: ${says}`
    const named = correction.changes.every(({ from, to }) => says.includes(from) && says.includes(to))
    return named ? told : `${told} (${changeText(correction)})`
  }
  return { vi: say('vi'), en: say('en') }
}

/** `Đã đọc 12 bảng, 345 số trong bảng, …`: what was looked at, so that "nothing found" is not taken for "nothing read". */
export function checkedWords({ tables, numbers, statements, references }: Checked): Words {
  const counted = (count: number, one: string, more?: string) => many(formatNumber(count), one, more)
  return {
    vi: `Đã đọc ${formatNumber(tables)} bảng, ${formatNumber(numbers)} số trong bảng, ${formatNumber(statements)} tỷ lệ và phân số, ${formatNumber(references)} viện dẫn văn bản.`,
    en: `Read ${counted(tables, 'table')}, ${counted(numbers, 'number')} in tables, ${counted(statements, 'share or fraction', 'shares and fractions')}, ${counted(references, 'reference')} to documents.`,
  }
}
