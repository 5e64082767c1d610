import type { Block, Cell, Table } from '../domain/document.ts'
import type { Finding, Place, Spot } from '../domain/finding.ts'
import type { AuditedReport } from './audited-report.ts'

/** Markup, control characters, halves of letters, direction marks: what a hostile file puts wherever text may stand. */
export const HOSTILE =
  '</w:t><w:evil/> & "x" \'y\' <script>alert(1)</script> ]]> #image("x.png") $1$ \u0000\u0007\u001b\ud800\u202e\u2066 \\u{202e} {{x}}'

const text = (from: string): Block => ({ kind: 'paragraph', text: from, origin: {} })
const row = (index: number, texts: readonly string[]): Cell[] =>
  texts.map((one, column) => ({ text: one, row: index, column }))

/** Table 5b of the nine-month report of Vũng Tàu City, 2023, with the two-row header and the merged cells it has. */
export const PAYMENTS: Table = {
  kind: 'table',
  width: 5,
  headerRows: 3,
  origin: {},
  rows: [
    [
      { text: 'TT', row: 0, column: 0, rowSpan: 2 },
      { text: 'Tên cơ quan, đơn vị', row: 0, column: 1, rowSpan: 2 },
      { text: 'Hồ sơ thanh toán trực tuyến', row: 0, column: 2, columnSpan: 3 },
    ],
    [
      { text: 'Tổng số', row: 1, column: 2 },
      { text: 'Thành công', row: 1, column: 3 },
      { text: 'Tỷ lệ', row: 1, column: 4 },
    ],
    row(2, ['', '', '(1)', '(2)', '(3)=(2)/(1)']),
    row(3, ['1', 'UBND TPVT', '23.391', '23.802', '98.27%']),
    row(4, ['2', 'Các phường, xã', '1.204', '1.204', '100%']),
    [
      { text: '3', row: 5, column: 0, rowSpan: 2 },
      { text: 'Phường 1\nvà Phường 2', row: 5, column: 1, rowSpan: 2 },
      { text: '10', row: 5, column: 2 },
      { text: '', row: 5, column: 3 },
      { text: '0%', row: 5, column: 4 },
    ],
    [
      { text: '20', row: 6, column: 2 },
      { text: '5', row: 6, column: 3 },
      { text: '25%', row: 6, column: 4 },
    ],
  ],
}

const NARRATIVE =
  'Đến ngày 14/9/2023, tỷ lệ hồ sơ thanh toán trực tuyến thành công của Ủy ban nhân dân thành phố đạt 98,27%; dân số trưởng thành có tài khoản định danh điện tử đạt 54.03% (118.103/142.378).'

const BLOCKS: readonly Block[] = [
  { kind: 'paragraph', text: 'BÁO CÁO', heading: 1, origin: {} },
  text('Tình hình ứng dụng công nghệ thông tin 9 tháng năm 2023 trên địa bàn thành phố Vũng Tàu'),
  { kind: 'paragraph', text: '1. Thanh toán trực tuyến', heading: 2, origin: {} },
  text(NARRATIVE),
  PAYMENTS,
  text('2. Tài khoản giao dịch: 80% (421.62/527.025) người từ 15 tuổi trở lên.'),
]

const place = (spot: Spot, quote: string, vi: string, en: string): Place => ({ ...spot, quote, where: { vi, en } })
const keys = (rule: string) => ({ rule, key: `${rule}:a|1`, placeKey: `${rule}:a` })
const CITY = 'Bảng 5b, dòng “UBND TPVT”, cột'
const CITY_EN = 'Table 5b, row “UBND TPVT”, column'

const SWAPPED: Finding = {
  ...keys('ratio-of-columns'),
  severity: 'proved',
  places: [
    place({ block: 4, row: 3, column: 3 }, '23.802', `${CITY} (2)`, `${CITY_EN} (2)`),
    place({ block: 4, row: 3, column: 2 }, '23.391', `${CITY} (1)`, `${CITY_EN} (1)`),
    place({ block: 4, row: 3, column: 4 }, '98.27%', `${CITY} (3)`, `${CITY_EN} (3)`),
  ],
  stated: {
    vi: '(3) = 98.27%, trong khi (1) = 23.391 và (2) = 23.802',
    en: '(3) = 98.27%, while (1) = 23.391 and (2) = 23.802',
  },
  worked: { vi: '(2)/(1) = 23.802 / 23.391 = 101,76%', en: '(2)/(1) = 23.802 / 23.391 = 101,76%' },
  why: {
    vi: 'Số thanh toán thành công không thể lớn hơn tổng số thanh toán.',
    en: 'There cannot be more successful payments than payments.',
  },
  correction: {
    kind: 'swap',
    says: {
      vi: 'đổi chỗ (1) và (2): 23.391 / 23.802 = 98,27%, đúng như (3) ghi',
      en: 'exchange (1) and (2): 23.391 / 23.802 = 98,27%, exactly as (3) says',
    },
    changes: [
      { spot: { block: 4, row: 3, column: 2 }, from: '23.391', to: '23.802' },
      { spot: { block: 4, row: 3, column: 3 }, from: '23.802', to: '23.391' },
    ],
    confirmedBy: [{ block: 4, row: 3, column: 4 }],
  },
}

const RATIO: Finding = {
  ...keys('stated-ratio'),
  severity: 'proved',
  places: [
    place(
      { block: 3, from: NARRATIVE.indexOf('54.03%'), to: NARRATIVE.length - 1 },
      'dân số trưởng thành có tài khoản định danh điện tử đạt 54.03% (118.103/142.378).',
      'Mục 1, đoạn 4',
      'Section 1, paragraph 4',
    ),
  ],
  stated: { vi: '54.03% (118.103/142.378)', en: '54.03% (118.103/142.378)' },
  worked: { vi: '118.103 / 142.378 = 82,95%', en: '118.103 / 142.378 = 82,95%' },
  why: {
    vi: 'Tỷ lệ ghi không phải là thương của hai số ghi bên cạnh, kể cả khi làm tròn hay cắt bớt.',
    en: 'The share is not the quotient of the two numbers beside it, rounded or cut.',
  },
  notes: [{ vi: 'Mọi số đọc theo kiểu 1.234.', en: 'All numbers are read as 1.234.' }],
}

const LOST: Finding = {
  ...keys('lost-mark'),
  severity: 'likely',
  places: [place({ block: 5 }, '80% (421.62/527.025)', 'Mục 2', 'Section 2')],
  stated: { vi: '80% (421.62/527.025)', en: '80% (421.62/527.025)' },
  worked: { vi: '421,62 / 527.025 = 0,08%', en: '421,62 / 527.025 = 0,08%' },
  why: { vi: 'Chỉ 421.620 mới cho 80%.', en: 'Only 421.620 makes 80%.' },
  correction: {
    kind: 'lost-mark',
    says: { vi: 'ghi đủ chữ số', en: 'write all digits' },
    changes: [{ spot: { block: 5 }, from: '421.62', to: '421.620' }],
    confirmedBy: [{ block: 5 }],
  },
}

const BLANK: Finding = {
  ...keys('blank-not-zero'),
  severity: 'look',
  places: [
    place(
      { block: 4, row: 5, column: 3 },
      '',
      'Bảng 5b, dòng “Phường 1”, cột (2)',
      'Table 5b, row “Phường 1”, column (2)',
    ),
    // A place inside the merged cell, not where it begins.
    place({ block: 4, row: 6, column: 1 }, 'Phường 1\nvà Phường 2', 'Bảng 5b, dòng 7', 'Table 5b, row 7'),
  ],
  stated: { vi: 'ô trống', en: 'a blank cell' },
  worked: { vi: '0 / 10 = 0%', en: '0 / 10 = 0%' },
  why: { vi: 'Ô trống có thể không phải là số không.', en: 'A blank may not be zero.' },
}

/** A report in Vietnamese with four findings, one of them dismissed. */
export function auditedReport(change: Partial<AuditedReport> = {}): AuditedReport {
  return {
    title: 'Báo cáo tình hình ứng dụng công nghệ thông tin, kết quả chuyển đổi số 9 tháng năm 2023 thành phố Vũng Tàu',
    document: { name: 'bao-cao-9-thang-2023.txt', format: 'text', blocks: BLOCKS },
    findings: [SWAPPED, RATIO, LOST, BLANK],
    checked: { tables: 14, numbers: 1234, statements: 61, references: 43 },
    decisions: [
      {
        key: BLANK.key,
        placeKey: BLANK.placeKey,
        decision: 'dismissed',
        reason: 'Đơn vị chưa phát sinh',
        byName: 'Nguyễn Văn An',
        at: '2026-11-21T18:30:00.000Z',
        version: 1,
        stated: BLANK.stated,
      },
    ],
    auditedAt: new Date('2026-11-22T02:08:00.000Z'),
    language: 'vi',
    ...change,
  }
}

/** The same report with hostile text in every field that holds text. */
export function hostileReport(change: Partial<AuditedReport> = {}): AuditedReport {
  const poison = (value: unknown): unknown => {
    if (typeof value === 'string') return `${value} ${HOSTILE}`
    if (Array.isArray(value)) return value.map(poison)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, KEPT.has(name) || one instanceof Date ? one : poison(one)]),
    )
  }
  // Same shape: only texts were added to.
  return { ...(poison(auditedReport()) as AuditedReport), ...change }
}

/** Not text of others: what the types fix, and instants. */
const KEPT = new Set(['kind', 'format', 'severity', 'decision', 'at', 'auditedAt', 'language'])
