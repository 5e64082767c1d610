import * as formula from '../domain/index-766/formulas.ts'
import { INDEX_INDICATORS, type IndexPart } from '../domain/index-766/indicators.ts'
import { listContent } from '../store/discontent.ts'
import { readMark, shownListing } from './report-cases.ts'
import { type Asked, spansUntil } from './report-days.ts'

export type Both = { readonly vi: string; readonly en: string }
export type Found = { readonly value: formula.Value; readonly missing?: readonly Both[] }

/** What is not known of 5.1–5.4, or not counted. */
export const FEEDBACK: Readonly<Record<'5.1' | '5.2' | '5.3' | '5.4', Both>> = {
  '5.1': {
    vi: 'Chưa rõ cách chấm điểm: chỉ hiện số, không tính điểm',
    en: 'How it earns points is not known: it is shown and earns none',
  },
  '5.2': {
    vi: 'Mới tính phản ánh đã trả lời, từ chối; chưa tính phản ánh đang xử lý, hạn bổ sung 5 ngày và hạn công khai 2 ngày, nên không tính điểm',
    en: 'Only what was answered or refused is counted, not what is open, nor the terms to ask for more and to publish: it earns none',
  },
  '5.3': {
    vi: 'Chưa có lượt thích, không thích của phản ánh đã công khai và phản ánh lại',
    en: 'No source yet for likes of published answers, nor for what was complained of again',
  },
  '5.4': {
    vi: 'Đánh giá từ 2 sao trở xuống tính là không hài lòng: chưa kiểm chứng',
    en: 'Ratings of two stars or less count as not content: not checked',
  },
}
const BY_PERIOD: Both = {
  vi: 'Chỉ tính theo kỳ báo cáo',
  en: 'Counted by reporting period only',
}

const MEASURED = (['5.1', '5.2'] as const).flatMap((id) => {
  const measures = INDEX_INDICATORS.find((one) => one.id === id)?.measures
  return measures ? [{ id, ...measures }] : []
})

/**
 * The measures of later modules, which this one does not ask but reads from the figures: none for days that are no period, which are counted
 * from what is kept of cases, where nothing of complaints stands.
 */
export const feedbackMeasures = ({ period }: Pick<Asked, 'period'>): readonly string[] =>
  period === null ? [] : MEASURED.flatMap(({ numerator, denominator }) => [numerator, denominator])

/** 5.1 to 5.3 over the counts of `feedbackMeasures`. */
export function feedbackValues(
  { period }: Pick<Asked, 'period'>,
  count: (measure: string) => number | null,
): [string, Found][] {
  const unknown = (id: '5.1' | '5.2' | '5.3', ...more: readonly Both[]): [string, Found] => [
    id,
    { value: formula.UNKNOWN, missing: [FEEDBACK[id], ...more] },
  ]
  if (period === null) return [unknown('5.1', BY_PERIOD), unknown('5.2', BY_PERIOD), unknown('5.3')]
  return [
    ...MEASURED.map(({ id, numerator, denominator }): [string, Found] => [
      id,
      { value: formula.share(count(numerator), count(denominator)), missing: [FEEDBACK[id]] },
    ]),
    unknown('5.3'),
  ]
}

/** The cases of a count of 5.4. */
export async function contentCases(
  asked: Asked,
  part: IndexPart,
  { after, limit }: { after: string | undefined; limit: number },
) {
  const { spans } = spansUntil(asked, [{ unitId: asked.unitId, reach: 'subtree' }])
  const page = { after: readMark(after), limit: limit + 1 }
  return shownListing(asked, await listContent(asked.tx, part, { spans, window: asked.window }, page), limit)
}
