// The tables that officials send up and that the old system had no form for (the city's report of nine months of 2023, tables 4a to 5b, and
// what it names as missing), as data: what each column counts.

import type { Followed } from './form-ii-06.ts'

export const CASE_TABLES = ['4a', '4b', '5a', '5b', 'progress', 'identity', 'results', 'remote'] as const
export type CaseTable = (typeof CASE_TABLES)[number]
export const STOCKS = ['carried', 'open', 'open_in_time', 'open_late'] as const
export type Stock = (typeof STOCKS)[number]
/** What of the cases followed a stock is. */
export const STOCK_COUNTS = {
  carried: 'carried',
  open: 'open',
  open_in_time: 'openInTime',
  open_late: 'openLate',
} as const satisfies Record<Stock, keyof Followed>

type Both = { readonly vi: string; readonly en: string }
export type Column = {
  readonly key: string
  readonly label: Both
  readonly group: Both | null
} & (
  | { readonly kind: 'count'; readonly measure: string }
  | { readonly kind: 'stock'; readonly stock: Stock }
  /** Procedures that had such a case: they do not add up over units. */
  | { readonly kind: 'procedures'; readonly measure: string }
  /** Procedures of the catalogue that a unit of its level decides. */
  | { readonly kind: 'catalogue'; readonly which: 'all' | 'partial' | 'full' | 'with-fee' }
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
)
export type TableForm = { readonly title: Both; readonly note: Both | null; readonly columns: readonly Column[] }

const b = (vi: string, en: string): Both => ({ vi, en })
type Head = readonly [key: string, vi: string, en: string]
const head = ([key, vi, en]: Head, group: Both | null) => ({ key, label: b(vi, en), group })
const count = (names: Head, measure: string, group: Both | null = null): Column => ({
  ...head(names, group),
  kind: 'count',
  measure: `cases_${measure}`,
})
const stock = (names: Head, which: Stock, group: Both | null = null): Column => ({
  ...head(names, group),
  kind: 'stock',
  stock: which,
})
const procedures = (names: Head, measure: string): Column => ({
  ...head(names, null),
  kind: 'procedures',
  measure: `cases_${measure}`,
})
const catalogue = (names: Head, which: 'all' | 'partial' | 'full' | 'with-fee', group: Both | null = null): Column => ({
  ...head(names, group),
  kind: 'catalogue',
  which,
})
const ratio = (names: Head, numerator: string, denominator: string): Column => ({
  ...head(names, null),
  kind: 'ratio',
  numerator,
  denominator,
})

const RETURNED = b('Hồ sơ đã giải quyết', 'Cases finished')
const SERVICES = b('Số dịch vụ công trực tuyến', 'Online services')
const ONLINE = b('Hồ sơ nộp trực tuyến', 'Filed online')
const DIRECT = b('Hồ sơ nộp trực tiếp, bưu chính', 'Filed directly or by post')
const RECEIVED = b('Tiếp nhận', 'Received')
const OPEN = b('Đang giải quyết', 'Open')
const LEVELS = b('Theo mức độ xác thực', 'By how sure it is')

export const TABLE_FORMS: Record<CaseTable, TableForm> = {
  '4a': {
    title: b('Bảng 4a. Tiếp nhận và giải quyết hồ sơ một cửa', 'Table 4a. Cases received and finished'),
    note: null,
    columns: [
      count(['received', 'Hồ sơ tiếp nhận', 'Received'], 'received'),
      count(['in_time', 'Đúng hạn', 'In time'], 'finished_in_time', RETURNED),
      count(['late', 'Trễ hạn', 'Late'], 'finished_late', RETURNED),
      count(['finished', 'Tổng số', 'All'], 'finished', RETURNED),
      ratio(['in_time_share', 'Tỷ lệ đúng hạn', 'Share in time'], 'in_time', 'finished'),
    ],
  },
  '4b': {
    title: b('Bảng 4b. Hồ sơ trực tuyến một phần, toàn trình', 'Table 4b. Cases of partly and fully online services'),
    note: null,
    columns: [
      catalogue(['procedures', 'Tổng số TTHC', 'Procedures'], 'all'),
      catalogue(['partial_services', 'Một phần', 'Partly'], 'partial', SERVICES),
      catalogue(['full_services', 'Toàn trình', 'Fully'], 'full', SERVICES),
      count(['online_partial', 'Một phần', 'Partly'], 'received_online_partial', ONLINE),
      count(['online_full', 'Toàn trình', 'Fully'], 'received_online_full', ONLINE),
      count(['direct_partial', 'Một phần', 'Partly'], 'direct_partial', DIRECT),
      count(['direct_full', 'Toàn trình', 'Fully'], 'direct_full', DIRECT),
      count(['online', 'Tổng trực tuyến', 'Online'], 'received_online'),
      count(['received', 'Tổng tiếp nhận', 'Received'], 'received'),
      ratio(['online_share', 'Tỷ lệ trực tuyến', 'Share online'], 'online', 'received'),
    ],
  },
  '5a': {
    title: b(
      'Bảng 5a. Thủ tục có phí, lệ phí và thanh toán trực tuyến',
      'Table 5a. Procedures with a fee and online payment',
    ),
    note: b(
      'Một thủ tục chỉ đếm một lần ở dòng tổng, nên dòng tổng không phải tổng các dòng trên.',
      'A procedure counts once in the total, so the total is not the sum of the rows.',
    ),
    columns: [
      catalogue(['with_fee', 'TTHC có phí, lệ phí (1)', 'Procedures with a fee (1)'], 'with-fee'),
      procedures(['incurred', 'TTHC có phát sinh phí, lệ phí (2)', 'Procedures where a fee was due (2)'], 'with_fee'),
      procedures(
        ['paid_online', 'TTHC có phát sinh thanh toán trực tuyến (3)', 'Procedures with an online payment (3)'],
        'paid_online',
      ),
      ratio(['share', 'Tỷ lệ (3)/(2)', 'Share (3)/(2)'], 'paid_online', 'incurred'),
    ],
  },
  '5b': {
    title: b('Bảng 5b. Giao dịch và hồ sơ thanh toán trực tuyến', 'Table 5b. Payments and cases paid online'),
    note: null,
    columns: [
      count(['payments', 'Giao dịch thanh toán (1)', 'Payments (1)'], 'payments'),
      count(['payments_online', 'Giao dịch trực tuyến (2)', 'Online payments (2)'], 'payments_online'),
      ratio(['payments_share', 'Tỷ lệ (2)/(1)', 'Share (2)/(1)'], 'payments_online', 'payments'),
      count(['with_fee', 'Hồ sơ có phí, lệ phí (3)', 'Cases with a fee (3)'], 'with_fee'),
      count(['paid_online', 'Hồ sơ thanh toán trực tuyến (4)', 'Cases paid online (4)'], 'paid_online'),
      ratio(['cases_share', 'Tỷ lệ (4)/(3)', 'Share (4)/(3)'], 'paid_online', 'with_fee'),
    ],
  },
  progress: {
    title: b('Tình hình giải quyết hồ sơ', 'Progress of cases'),
    note: null,
    columns: [
      count(['received', 'Trong kỳ', 'In the period'], 'received', RECEIVED),
      stock(['carried', 'Kỳ trước chuyển sang', 'Carried over'], 'carried', RECEIVED),
      count(['early', 'Trước hạn', 'Early'], 'finished_early', RETURNED),
      count(['on_time', 'Đúng hạn', 'On time'], 'finished_on_time', RETURNED),
      count(['late', 'Quá hạn', 'Late'], 'finished_late', RETURNED),
      stock(['open_in_time', 'Trong hạn', 'In time'], 'open_in_time', OPEN),
      stock(['open_late', 'Quá hạn', 'Late'], 'open_late', OPEN),
      stock(['open', 'Tổng số', 'All'], 'open', OPEN),
      ratio(['open_late_share', 'Tỷ lệ quá hạn', 'Share late'], 'open_late', 'open'),
    ],
  },
  identity: {
    title: b('Định danh, xác thực điện tử hồ sơ', 'Identified and authenticated cases'),
    note: null,
    columns: [
      count(['received', 'Hồ sơ tiếp nhận', 'Received'], 'received'),
      count(['identified', 'Có số định danh', 'Identified'], 'identified'),
      ratio(['identified_share', 'Tỷ lệ định danh', 'Share identified'], 'identified', 'received'),
      count(['card', 'Đối chiếu tại quầy', 'Card seen'], 'card_seen', LEVELS),
      count(['level_1', 'Định danh mức 1', 'Level 1'], 'authenticated_level_1', LEVELS),
      count(['level_2', 'Định danh mức 2', 'Level 2'], 'authenticated_level_2', LEVELS),
      count(['authenticated', 'Xác thực điện tử', 'Authenticated'], 'authenticated'),
      ratio(['authenticated_share', 'Tỷ lệ xác thực', 'Share authenticated'], 'authenticated', 'received'),
    ],
  },
  results: {
    title: b('Số hóa kết quả giải quyết', 'Results digitised'),
    note: null,
    columns: [
      count(['due', 'Hồ sơ phải có kết quả văn bản', 'Written result needed'], 'results_due'),
      count(['issued', 'Hồ sơ có kết quả văn bản', 'Written result issued'], 'results_issued'),
      count(['electronic', 'Kết quả điện tử', 'Electronic result'], 'results_electronic'),
      ratio(['digitised_share', 'Tỷ lệ số hóa', 'Share digitised'], 'electronic', 'issued'),
      ratio(['electronic_share', 'Tỷ lệ cấp kết quả điện tử', 'Share electronic'], 'electronic', 'due'),
    ],
  },
  remote: {
    title: b('Hồ sơ nộp từ xa và phi địa giới', 'Cases filed from afar and without borders'),
    note: null,
    columns: [
      count(['received', 'Hồ sơ tiếp nhận', 'Received'], 'received'),
      count(['remote', 'Nộp từ xa', 'From afar'], 'remote'),
      ratio(['remote_share', 'Tỷ lệ từ xa', 'Share from afar'], 'remote', 'received'),
      count(['elsewhere', 'Do nơi khác tiếp nhận', 'Received elsewhere'], 'elsewhere'),
      count(['for_others', 'Quầy nhận thay nơi khác', 'Received for others'], 'desk_for_others'),
    ],
  },
}

/** Whether the rows of a column add up to its total. */
export function addsUp(column: Column): boolean {
  return column.kind === 'count' || column.kind === 'stock'
}
