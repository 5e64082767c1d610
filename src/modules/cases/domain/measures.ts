import { dayAt } from '#kernel/calendar.ts'
import type { CountedCase, Finish } from './counted-case.ts'
import type { BusinessState } from './words.ts'

/**
 * What cases give to the figures. Each measure says when a case counts for it, on which day and at which unit; what a case counts for
 * follows from the case alone, so figures are what counting the cases would give.
 */
export type CaseMeasure = {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly in: 'case' | 'payment' | 'vnd'
  /** Where it counts: the unit that decides, or the counter that received. */
  readonly at: 'competent' | 'received'
  /** The amounts of the case with the moment of each; nothing when it does not count. */
  readonly of: (one: CountedCase) => readonly Amount[]
}
export type Amount = { readonly at: Date; readonly value: number }

type When = (one: CountedCase) => boolean
type Names = readonly [code: string, vi: string, en: string]

const ENDED: readonly BusinessState[] = ['refused', 'withdrawn', 'stopped', 'decided', 'returned']

/**
 * The end of a received case (766, rule 2.1): decided, or stopped, refused or withdrawn after it was received. Early: before the day it
 * was due. Without a due moment an end is on time.
 */
export function finishOf(one: CountedCase): Finish | null {
  if (one.receivedAt === null || !ENDED.includes(one.business)) return null
  const at = one.endedAt ?? one.changedAt
  const onTime = one.onTime ?? (one.dueAt === null || at <= one.dueAt)
  if (!onTime) return { at, how: 'late' }
  return { at, how: one.dueAt !== null && dayAt(at) < dayAt(one.dueAt) ? 'early' : 'on-time' }
}

/** Counted once, on the day of receipt, as soon as it holds. */
const received =
  (when: When = () => true): CaseMeasure['of'] =>
  (one) =>
    one.receivedAt !== null && when(one) ? [{ at: one.receivedAt, value: 1 }] : []
const finished =
  (when: (one: CountedCase, finish: Finish) => boolean = () => true): CaseMeasure['of'] =>
  (one) => {
    const finish = finishOf(one)
    return finish && when(one, finish) ? [{ at: finish.at, value: 1 }] : []
  }
/** Counted on the day it ended, received or not. */
const ended =
  (state: BusinessState): CaseMeasure['of'] =>
  (one) =>
    one.business === state ? [{ at: one.endedAt ?? one.changedAt, value: 1 }] : []
const returned =
  (when: When = () => true): CaseMeasure['of'] =>
  (one) =>
    one.business === 'returned' && when(one) ? [{ at: one.returnedAt ?? one.changedAt, value: 1 }] : []
const money =
  (amount: (one: CountedCase) => number): CaseMeasure['of'] =>
  (one) =>
    one.receivedAt !== null && amount(one) > 0 ? [{ at: one.receivedAt, value: amount(one) }] : []

const cases = ([code, vi, en]: Names, of: CaseMeasure['of'], at: CaseMeasure['at'] = 'competent'): CaseMeasure => ({
  code: `cases_${code}`,
  vi,
  en,
  in: 'case',
  at,
  of,
})
const vnd = ([code, vi, en]: Names, amount: (one: CountedCase) => number): CaseMeasure => ({
  ...cases([code, vi, en], money(amount)),
  in: 'vnd',
})

const isOnline: When = ({ channel }) => channel === 'online'
const isDecided: When = ({ business }) => business === 'decided' || business === 'returned'
const isElectronic: When = ({ authentication }) => authentication === 'eid-1' || authentication === 'eid-2'
const hasFee: When = ({ feeTotalVnd }) => feeTotalVnd > 0
const isPaid: When = (one) => hasFee(one) && one.finance === 'paid'
/** The result is there as a file, or none has to be written. */
const resultIsFile: When = ({ writtenDue, hasResultFile }) => !writtenDue || hasResultFile

const RECEIPT: readonly CaseMeasure[] = [
  cases(['received', 'Hồ sơ tiếp nhận', 'Cases received'], received()),
  cases(
    ['received_counter', 'Hồ sơ tiếp nhận trực tiếp', 'Cases received at the counter'],
    received(({ channel }) => channel === 'counter'),
  ),
  cases(
    ['received_post', 'Hồ sơ tiếp nhận qua bưu chính công ích', 'Cases received by post'],
    received(({ channel }) => channel === 'post'),
  ),
  cases(['received_online', 'Hồ sơ tiếp nhận trực tuyến', 'Cases received online'], received(isOnline)),
  cases(
    ['received_online_full', 'Hồ sơ trực tuyến của dịch vụ toàn trình', 'Online cases of fully online services'],
    received((one) => isOnline(one) && one.onlineLevel === 'full'),
  ),
  cases(
    ['received_online_partial', 'Hồ sơ trực tuyến của dịch vụ một phần', 'Online cases of partly online services'],
    received((one) => isOnline(one) && one.onlineLevel !== 'full'),
  ),
  cases(
    ['direct_full', 'Hồ sơ không trực tuyến của dịch vụ toàn trình', 'Direct cases of fully online services'],
    received((one) => !isOnline(one) && one.onlineLevel === 'full'),
  ),
  cases(
    ['direct_partial', 'Hồ sơ không trực tuyến của dịch vụ một phần', 'Direct cases of partly online services'],
    received((one) => !isOnline(one) && one.onlineLevel === 'partial'),
  ),
  cases(
    [
      'online_whole',
      'Hồ sơ trực tuyến đã có đủ kết quả điện tử',
      'Online cases whose result is electronic where it must be written',
    ],
    received((one) => isOnline(one) && resultIsFile(one)),
  ),
  cases(
    ['remote', 'Hồ sơ nộp từ xa', 'Cases filed from afar'],
    received(({ remote }) => remote),
  ),
  cases(
    ['elsewhere', 'Hồ sơ nộp tại nơi khác (phi địa giới)', 'Cases received by another unit (borderless)'],
    received(({ competentUnitId, receivedUnitId }) => competentUnitId !== receivedUnitId),
  ),
  cases(['desk_received', 'Hồ sơ do quầy tiếp nhận', 'Cases received at this desk'], received(), 'received'),
  cases(
    [
      'desk_for_others',
      'Hồ sơ quầy nhận thay nơi khác (phi địa giới)',
      'Cases this desk received for other units (borderless)',
    ],
    received(({ competentUnitId, receivedUnitId }) => competentUnitId !== receivedUnitId),
    'received',
  ),
]

const IDENTITY: readonly CaseMeasure[] = [
  cases(['authenticated', 'Hồ sơ được xác thực điện tử', 'Cases with an electronic identity'], received(isElectronic)),
  cases(
    ['authenticated_level_1', 'Hồ sơ xác thực định danh điện tử mức 1', 'Cases with an electronic identity of level 1'],
    received(({ authentication }) => authentication === 'eid-1'),
  ),
  cases(
    ['authenticated_level_2', 'Hồ sơ xác thực định danh điện tử mức 2', 'Cases with an electronic identity of level 2'],
    received(({ authentication }) => authentication === 'eid-2'),
  ),
  cases(
    ['card_seen', 'Hồ sơ đối chiếu giấy tờ tại quầy', 'Cases whose card an official saw'],
    received(({ authentication }) => authentication === 'card-seen'),
  ),
  cases(
    ['identified', 'Hồ sơ có số định danh của chủ hồ sơ', 'Cases whose subject is named by an identity or tax number'],
    received(({ identified }) => identified),
  ),
]

const END: readonly CaseMeasure[] = [
  cases(['finished', 'Hồ sơ đã giải quyết', 'Cases finished'], finished()),
  cases(
    ['finished_early', 'Hồ sơ giải quyết trước hạn', 'Cases finished early'],
    finished((_, { how }) => how === 'early'),
  ),
  cases(
    ['finished_on_time', 'Hồ sơ giải quyết đúng hạn', 'Cases finished on the day due'],
    finished((_, { how }) => how === 'on-time'),
  ),
  cases(
    ['finished_late', 'Hồ sơ giải quyết quá hạn', 'Cases finished late'],
    finished((_, { how }) => how === 'late'),
  ),
  cases(
    ['finished_in_time', 'Hồ sơ giải quyết trước hạn, đúng hạn', 'Cases finished early or on the day due'],
    finished((_, { how }) => how !== 'late'),
  ),
  cases(['refused', 'Hồ sơ từ chối', 'Cases refused'], ended('refused')),
  cases(['withdrawn', 'Hồ sơ công dân rút', 'Cases withdrawn'], ended('withdrawn')),
  cases(['stopped', 'Hồ sơ dừng giải quyết', 'Cases stopped'], ended('stopped')),
  cases(['returned', 'Hồ sơ đã trả kết quả', 'Cases returned'], returned()),
  cases(
    ['returned_desk', 'Kết quả trả tại quầy', 'Results returned at the desk'],
    returned(({ returnWay }) => returnWay === 'desk'),
  ),
  cases(
    ['returned_post', 'Kết quả trả qua bưu chính', 'Results returned by post'],
    returned(({ returnWay }) => returnWay === 'post'),
  ),
  cases(
    ['returned_online', 'Kết quả trả trực tuyến', 'Results returned online'],
    returned(({ returnWay }) => returnWay === 'online'),
  ),
]

const DIGITAL: readonly CaseMeasure[] = [
  cases(
    ['results_due', 'Hồ sơ đã giải quyết phải có kết quả văn bản', 'Decided cases that need a written result'],
    finished((one) => isDecided(one) && one.writtenDue),
  ),
  cases(
    ['results_issued', 'Hồ sơ đã giải quyết có kết quả văn bản', 'Decided cases with a written result'],
    finished((one) => isDecided(one) && one.hasWritten),
  ),
  cases(
    ['results_electronic', 'Hồ sơ đã giải quyết có kết quả điện tử', 'Decided cases with an electronic result'],
    finished((one) => isDecided(one) && one.hasResultFile),
  ),
  cases(
    ['written_due', 'Hồ sơ tiếp nhận của thủ tục có kết quả văn bản', 'Cases received that call for a written result'],
    received(({ writtenDue }) => writtenDue),
  ),
  cases(
    [
      'written_electronic',
      'Hồ sơ tiếp nhận đã có kết quả điện tử',
      'Cases received whose written result is electronic',
    ],
    received((one) => one.writtenDue && one.hasResultFile),
  ),
  cases(
    ['digitised', 'Hồ sơ được số hóa thành phần và kết quả', 'Cases with papers and result digitised'],
    received((one) => one.hasPaperFile && resultIsFile(one)),
  ),
  cases(
    ['reused', 'Hồ sơ khai thác, sử dụng lại dữ liệu', 'Cases that reuse digitised papers'],
    received(({ hasReused, hasNational }) => hasReused || hasNational),
  ),
  cases(
    ['national', 'Hồ sơ lấy giấy tờ từ kho quốc gia', 'Cases with papers from a national store'],
    received(({ hasNational }) => hasNational),
  ),
  cases(
    ['population', 'Hồ sơ ứng dụng dữ liệu dân cư', 'Cases that use population data'],
    received((one) => isElectronic(one) || one.hasNational),
  ),
  cases(
    ['supplemented', 'Hồ sơ phải bổ sung', 'Cases asked for supplements'],
    received(({ supplements }) => supplements > 0),
  ),
  cases(
    ['supplemented_again', 'Hồ sơ phải bổ sung quá một lần', 'Cases asked for supplements more than once'],
    received(({ supplements }) => supplements > 1),
  ),
  cases(
    ['synced', 'Hồ sơ đã đồng bộ lên Cổng quốc gia', 'Cases confirmed by the national portal'],
    received(({ sync }) => sync === 'confirmed'),
  ),
]

const MONEY: readonly CaseMeasure[] = [
  cases(['with_fee', 'Hồ sơ có phí, lệ phí', 'Cases with a fee'], received(hasFee)),
  cases(['paid', 'Hồ sơ đã nộp phí, lệ phí', 'Cases with the fee paid'], received(isPaid)),
  cases(
    ['paid_online', 'Hồ sơ thanh toán trực tuyến', 'Cases paid online'],
    received((one) => isPaid(one) && one.paidOnline),
  ),
  {
    ...cases(['payments', 'Giao dịch thanh toán', 'Payments'], ({ payments }) =>
      payments.map(({ at }) => ({ at, value: 1 })),
    ),
    in: 'payment',
  },
  {
    ...cases(['payments_online', 'Giao dịch thanh toán trực tuyến', 'Online payments'], ({ payments }) =>
      payments.filter(({ online }) => online).map(({ at }) => ({ at, value: 1 })),
    ),
    in: 'payment',
  },
  vnd(['fee_amount', 'Số tiền phí, lệ phí phải nộp', 'Fees due'], ({ feeTotalVnd }) => feeTotalVnd),
  vnd(['paid_amount', 'Số tiền phí, lệ phí đã nộp', 'Fees paid'], ({ paidVnd }) => paidVnd),
  vnd(['paid_online_amount', 'Số tiền nộp trực tuyến', 'Fees paid online'], (one) =>
    one.paidOnline
      ? one.paidVnd
      : one.payments.reduce((sum, { online, amountVnd }) => sum + (online ? amountVnd : 0), 0),
  ),
]

export const CASE_MEASURES: readonly CaseMeasure[] = [...RECEIPT, ...IDENTITY, ...END, ...DIGITAL, ...MONEY]
