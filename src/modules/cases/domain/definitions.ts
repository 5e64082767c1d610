import { CASE_MEASURES } from './measures.ts'

const UNITS = {
  case: { vi: 'hồ sơ', en: 'case' },
  payment: { vi: 'giao dịch', en: 'payment' },
  vnd: { vi: 'đồng', en: 'VND' },
} as const

/** The measures of cases as the indicators module defines them; there from the first day of any installation. */
export const MEASURE_DEFINITIONS = CASE_MEASURES.map(({ code, vi, en, in: unit }) => ({
  code,
  name: { vi, en },
  unit: UNITS[unit],
  nature: 'flow' as const,
  source: 'counted' as const,
  topic: 'one-stop',
  validFrom: '1990-01-01',
}))

type Ratio = readonly [code: string, vi: string, en: string, numerator: string, denominator: string]

/** Numerator and denominator are kept apart everywhere; Σ over Σ at every level. */
const RATIOS: readonly Ratio[] = [
  [
    'MC.01',
    'Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn',
    'Cases finished early or on time',
    '[cases_finished_in_time]',
    '[cases_finished]',
  ],
  ['MC.02', 'Tỷ lệ hồ sơ giải quyết trước hạn', 'Cases finished early', '[cases_finished_early]', '[cases_finished]'],
  ['MC.03', 'Tỷ lệ hồ sơ nộp trực tuyến', 'Cases filed online', '[cases_received_online]', '[cases_received]'],
  [
    'MC.04',
    'Tỷ lệ hồ sơ trực tuyến của dịch vụ toàn trình',
    'Cases of fully online services filed online',
    '[cases_received_online_full]',
    '[cases_received_online_full] + [cases_direct_full]',
  ],
  [
    'MC.05',
    'Tỷ lệ hồ sơ trực tuyến của dịch vụ một phần',
    'Cases of partly online services filed online',
    '[cases_received_online_partial]',
    '[cases_received_online_partial] + [cases_direct_partial]',
  ],
  ['MC.06', 'Tỷ lệ hồ sơ nộp từ xa', 'Cases filed from afar', '[cases_remote]', '[cases_received]'],
  [
    'MC.07',
    'Tỷ lệ hồ sơ được xác thực điện tử',
    'Cases with an electronic identity',
    '[cases_authenticated]',
    '[cases_received]',
  ],
  [
    'MC.08',
    'Tỷ lệ hồ sơ có số định danh',
    'Cases whose subject is identified',
    '[cases_identified]',
    '[cases_received]',
  ],
  [
    'MC.09',
    'Tỷ lệ số hóa kết quả giải quyết',
    'Results digitised',
    '[cases_results_electronic]',
    '[cases_results_issued]',
  ],
  ['MC.10', 'Tỷ lệ cấp kết quả điện tử', 'Electronic results', '[cases_results_electronic]', '[cases_results_due]'],
  ['MC.11', 'Tỷ lệ hồ sơ thanh toán trực tuyến', 'Cases paid online', '[cases_paid_online]', '[cases_with_fee]'],
  [
    'MC.12',
    'Tỷ lệ giao dịch thanh toán trực tuyến',
    'Payments made online',
    '[cases_payments_online]',
    '[cases_payments]',
  ],
  [
    'MC.13',
    'Tỷ lệ giá trị thanh toán trực tuyến',
    'Amount paid online',
    '[cases_paid_online_amount]',
    '[cases_paid_amount]',
  ],
  [
    'MC.14',
    'Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa',
    'Digitised papers reused',
    '[cases_reused]',
    '[cases_received]',
  ],
  ['MC.15', 'Tỷ lệ hồ sơ số hóa thành phần và kết quả', 'Cases digitised', '[cases_digitised]', '[cases_received]'],
  ['MC.16', 'Tỷ lệ hồ sơ đồng bộ Cổng quốc gia', 'Cases synchronised', '[cases_synced]', '[cases_received]'],
]

export const INDICATOR_DEFINITIONS = RATIOS.map(([code, vi, en, numerator, denominator]) => ({
  code,
  group: { code: 'MC', name: { vi: 'Một cửa', en: 'One-stop cases' } },
  name: { vi, en },
  numerator,
  denominator,
  partOfWhole: true,
  validFrom: '1990-01-01',
}))
