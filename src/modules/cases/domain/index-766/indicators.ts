import { INDEX_GROUPS, type IndexGroup } from './points.ts'

/** What a line opens to: what cost points, and its two counts. */
export const INDEX_PARTS = ['lost', 'numerator', 'denominator'] as const
export type IndexPart = (typeof INDEX_PARTS)[number]

type Both = { readonly vi: string; readonly en: string }
export type IndexIndicator = {
  readonly id: string
  readonly group: IndexGroup
  readonly name: Both
  readonly formula: Both
  /** Per cent from which all points are given. */
  readonly cap: number | null
  readonly scored: boolean
  /** Where it is about cases: what counts, and what of it earns. `late`: rule 2.1; `content`: rule 5.4. */
  readonly cases: { readonly whole: string; readonly part: string } | 'late' | 'content' | null
  /** Where other modules count: the measures of its two counts. */
  readonly measures: { readonly numerator: string; readonly denominator: string } | null
}

export const GROUP_NAMES: Record<IndexGroup, Both> = {
  transparency: { vi: 'Công khai, minh bạch', en: 'Openness' },
  progress: { vi: 'Tiến độ giải quyết', en: 'Progress' },
  online: { vi: 'Dịch vụ công trực tuyến', en: 'Online services' },
  payment: { vi: 'Thanh toán trực tuyến', en: 'Online payment' },
  satisfaction: { vi: 'Mức độ hài lòng', en: 'Satisfaction' },
  digital: { vi: 'Số hóa hồ sơ', en: 'Digitisation' },
}

type Line = readonly [id: string, group: IndexGroup, vi: string, en: string, formulaVi: string, formulaEn: string]
type More = Partial<Pick<IndexIndicator, 'cap' | 'scored' | 'cases' | 'measures'>>
const line = ([id, group, vi, en, formulaVi, formulaEn]: Line, more: More = {}): IndexIndicator => ({
  id,
  group,
  name: { vi, en },
  formula: { vi: formulaVi, en: formulaEn },
  cap: null,
  scored: true,
  cases: null,
  measures: null,
  ...more,
})
const of = (whole: string, part: string) => ({ whole: `cases_${whole}`, part: `cases_${part}` })

/** The indicators of the index, in its numbering (there is no 3.4; 4.5 has two parts). */
export const INDEX_INDICATORS: readonly IndexIndicator[] = [
  line([
    '1.1',
    'transparency',
    'Thủ tục công bố đúng hạn',
    'Procedures announced in time',
    'TTHC công bố đúng hạn ÷ TTHC có quyết định trong kỳ',
    'announced in time ÷ decided in the period',
  ]),
  line([
    '1.2',
    'transparency',
    'Thủ tục cập nhật, công khai đúng hạn',
    'Procedures published in time',
    'TTHC công khai đúng hạn ÷ TTHC đã, phải công khai trong kỳ',
    'published in time ÷ published or due',
  ]),
  line([
    '1.3',
    'transparency',
    'Công khai đủ bộ phận tạo thành',
    'Procedures published whole',
    'TTHC đủ 7 bộ phận ÷ TTHC đang công khai',
    'with all seven parts ÷ published',
  ]),
  line(
    [
      '1.4',
      'transparency',
      'Hồ sơ đồng bộ',
      'Cases synchronised',
      'Hồ sơ đã đồng bộ ÷ hồ sơ tiếp nhận',
      'synchronised ÷ received',
    ],
    { cases: of('received', 'synced') },
  ),
  line(
    [
      '2.1',
      'progress',
      'Xử lý trước hạn, đúng hạn',
      'Handled in time',
      '(Xong trước, đúng hạn + đang xử lý trong hạn) ÷ hồ sơ phải xử lý trong kỳ',
      '(finished in time + open in time) ÷ received or handled',
    ],
    { cases: 'late' },
  ),
  line(
    [
      '2.2',
      'progress',
      'Thời gian giải quyết trung bình',
      'Mean time',
      'Tổng thời gian ÷ hồ sơ đã xong của một thủ tục',
      'time ÷ finished cases of one procedure',
    ],
    { scored: false },
  ),
  line(
    [
      '3.1',
      'online',
      'Thủ tục có dịch vụ công trực tuyến',
      'Procedures with an online service',
      'TTHC có DVCTT ÷ TTHC thuộc thẩm quyền',
      'with an online service ÷ in competence',
    ],
    { cap: 80 },
  ),
  line([
    '3.2',
    'online',
    'Dịch vụ trực tuyến có phát sinh hồ sơ',
    'Online services in use',
    'DVCTT có hồ sơ trực tuyến ÷ DVCTT',
    'with an online case ÷ services',
  ]),
  line(
    [
      '3.3',
      'online',
      'Hồ sơ nộp trực tuyến',
      'Cases filed online',
      'Hồ sơ trực tuyến đủ kết quả điện tử ÷ hồ sơ tiếp nhận × tỷ lệ đồng bộ (1.4)',
      'online with electronic result ÷ received × share synchronised (1.4)',
    ],
    { cap: 50, cases: of('received', 'online_whole') },
  ),
  line(
    [
      '3.5',
      'payment',
      'Thủ tục có phí được tích hợp thanh toán',
      'Fee procedures payable online',
      'TTHC có hồ sơ phát sinh phí ÷ TTHC có phí',
      'with a fee in a case ÷ with a fee',
    ],
    { cap: 80 },
  ),
  line(
    [
      '3.6',
      'payment',
      'Hồ sơ thanh toán trực tuyến',
      'Cases paid online',
      'Hồ sơ thanh toán trực tuyến ÷ hồ sơ có phí',
      'paid online ÷ with a fee',
    ],
    { cases: of('with_fee', 'paid_online') },
  ),
  line(
    [
      '4.1',
      'digital',
      'Cấp kết quả điện tử',
      'Electronic results',
      'Hồ sơ có kết quả điện tử ÷ hồ sơ của TTHC có kết quả văn bản',
      'electronic ÷ written result needed',
    ],
    { cases: of('written_due', 'written_electronic') },
  ),
  line(
    [
      '4.2',
      'digital',
      'Số hóa hồ sơ',
      'Cases digitised',
      'Hồ sơ có tệp thành phần và kết quả ÷ hồ sơ tiếp nhận',
      'papers and result as files ÷ received',
    ],
    { cap: 80, cases: of('received', 'digitised') },
  ),
  line(
    [
      '4.3',
      'digital',
      'Khai thác, sử dụng lại dữ liệu số hóa',
      'Papers reused',
      'Hồ sơ dùng lại giấy tờ ÷ hồ sơ tiếp nhận',
      'with a paper reused ÷ received',
    ],
    { cap: 80, cases: of('received', 'reused') },
  ),
  line(
    [
      '4.4',
      'digital',
      'Kết nối, chia sẻ dữ liệu',
      'Papers from national stores',
      'Hồ sơ lấy giấy tờ từ kho quốc gia ÷ hồ sơ tiếp nhận',
      'with a paper of a national store ÷ received',
    ],
    { cases: of('received', 'national') },
  ),
  line([
    '4.5a',
    'digital',
    'Thủ tục ứng dụng dữ liệu dân cư',
    'Procedures with population data',
    'TTHC có hồ sơ dùng dữ liệu dân cư ÷ TTHC của công dân',
    'with such a case ÷ procedures for citizens',
  ]),
  line(
    [
      '4.5b',
      'digital',
      'Hồ sơ ứng dụng dữ liệu dân cư',
      'Cases with population data',
      'Hồ sơ dùng dữ liệu dân cư ÷ hồ sơ tiếp nhận',
      'with population data ÷ received',
    ],
    { cases: of('received', 'population') },
  ),
  line(
    [
      '5.1',
      'satisfaction',
      'Phản ánh, kiến nghị theo phân loại',
      'Feedback by kind',
      'PAKN về quy định, hành vi ÷ PAKN',
      'on rules or conduct ÷ all feedback',
    ],
    { measures: { numerator: 'complaints_on_rules_or_conduct', denominator: 'complaints_received' } },
  ),
  line(
    [
      '5.2',
      'satisfaction',
      'Tiến độ xử lý phản ánh, kiến nghị',
      'Feedback in time',
      'PAKN đúng hạn ÷ PAKN phải xử lý',
      'in time ÷ received or handled',
    ],
    { measures: { numerator: 'complaints_ended_in_time', denominator: 'complaints_ended' } },
  ),
  line([
    '5.3',
    'satisfaction',
    'Hài lòng về phản ánh, kiến nghị',
    'Content with feedback',
    'PAKN không bị chê, quá hạn, phản ánh lại ÷ PAKN',
    'not disliked, late or repeated ÷ all',
  ]),
  line(
    [
      '5.4',
      'satisfaction',
      'Hài lòng về giải quyết thủ tục',
      'Content with cases',
      '100 % − (% trễ hạn + % bị phản ánh, không hài lòng)',
      '100 % − (late % + disliked %)',
    ],
    { cap: 90, cases: 'content' },
  ),
]

/** All that can have points: each group, then its scored indicators. */
export function weighable(): readonly { readonly indicator: string; readonly name: Both; readonly isGroup: boolean }[] {
  return INDEX_GROUPS.flatMap((group) => [
    { indicator: group, name: GROUP_NAMES[group], isGroup: true },
    ...INDEX_INDICATORS.filter((one) => one.group === group && one.scored).map(({ id, name }) => ({
      indicator: id,
      name,
      isGroup: false,
    })),
  ])
}
