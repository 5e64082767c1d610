import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { type IndicatorRow, indicatorRows, type Target } from '../indicators/indicator-row.ts'
import { named, quoted } from '../indicators/tell.ts'
import { LESS_IS_BETTER, MET, MISSED, PASSED, STATUS_HEADER } from '../lexicon/status.ts'
import type { ReadCell } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

type Status = 'met' | 'passed' | 'missed'
type Value = { readonly cell: ReadCell; readonly value: number; readonly kind: Target['kind']; readonly step: number }

export const againstTarget: Rule = {
  id: 'against-target',
  title: { vi: 'Đánh giá không khớp với chỉ tiêu và kết quả', en: 'A status that target and result contradict' },
  about: {
    vi: 'So chữ “đạt”, “vượt”, “chưa đạt” ở cột đánh giá hoặc cột kết quả với chỉ tiêu và kết quả cùng dòng. Im lặng khi kết quả không phải một con số cùng loại với chỉ tiêu, khi ít hơn mới là tốt mà chỉ tiêu không ghi rõ, và khi một trong các cột chỉ tiêu cho lời đánh giá là đúng.',
    en: 'Holds the words "met", "exceeded", "not met" in a status or result column against target and result of the row. Silent when the result is no single number of the kind of the target, when less is better and the target does not say so, and when one of the target columns makes the word right.',
  },
  check: (reading) => indicatorRows(reading).flatMap(checkRow),
}

function checkRow(row: IndicatorRow): readonly Found[] {
  const value = valueOf(row)
  const said = statusOf(row, value?.cell)
  if (!value || !said) return []
  const targets = row.targets.filter(({ kind }) => kind === value.kind)
  const less = LESS_IS_BETTER.test(fold(row.label))
  if (targets.length === 0 || targets.length < row.targets.length) return []
  if (less && !targets.every(({ bound }) => bound === 'under')) return []
  if (targets.some((target) => agrees(said.status, value, target))) return []
  const [target] = targets
  if (!target) return []
  const unit = value.kind === 'percent' ? '%' : ''
  const levels = [
    ...new Set(targets.map((one) => `${one.bound === 'under' ? '≤ ' : ''}${formatNumber(one.value)}${unit}`)),
  ].join(', ')
  const sign = value.value === target.value ? '=' : value.value < target.value ? '<' : '>'
  const alone = new Set(targets.map((one) => one.value)).size === 1
  return [
    {
      severity: said.evaluates && alone && !less ? 'proved' : 'likely',
      spots: [said.cell.spot, value.cell.spot, ...targets.map(({ cell }) => cell.spot)],
      stated: {
        vi: `“${named(row.label, 80)}”: chỉ tiêu ${levels}, kết quả “${quoted(value.cell, 60)}”, đánh giá “${quoted(said.cell, 60)}”`,
        en: `“${named(row.label, 80)}”: target ${levels}, result “${quoted(value.cell, 60)}”, status “${quoted(said.cell, 60)}”`,
      },
      worked: {
        vi: `${formatNumber(value.value)}${unit} ${sign} ${formatNumber(target.value)}${unit}`,
        en: `${formatNumber(value.value)}${unit} ${sign} ${formatNumber(target.value)}${unit}`,
      },
      why: WHY[said.status],
      notes: [
        {
          vi: 'Nếu chỉ tiêu là mức cả năm còn đánh giá là theo tiến độ thì nên ghi rõ.',
          en: 'If the target is for the whole year and the status tells of progress, it should be said.',
        },
      ],
    },
  ]
}

const WHY = {
  met: {
    vi: 'Kết quả thấp hơn chỉ tiêu nên không thể ghi là đạt.',
    en: 'The result is short of the target and cannot be called met.',
  },
  passed: {
    vi: 'Kết quả không cao hơn chỉ tiêu nên không thể ghi là vượt.',
    en: 'The result is not above the target and cannot be called exceeded.',
  },
  missed: {
    vi: 'Kết quả không thua chỉ tiêu nên không thể ghi là chưa đạt.',
    en: 'The result is not short of the target and cannot be called missed.',
  },
} as const

/** Whether the word is right, reading both numbers as generously as their last printed digit allows. */
function agrees(status: Status, { value, step }: Value, target: Target): boolean {
  const slack = Math.max(step, 10 ** -target.decimals) / 2
  const gain = target.bound === 'under' ? target.value - value : value - target.value
  // "Above 90%" is not met by 90%, but nobody is accused for the difference of a word.
  if (status === 'met') return gain > -slack
  if (status === 'passed') return gain > 0 || Math.abs(gain) < slack
  return gain < slack
}

/** The one number that the row gives as its result: of a cell that is a number, or of its only statement. */
function valueOf({ results }: IndicatorRow): Value | null {
  const values = results.flatMap(({ cell, statements }): readonly Value[] => {
    if (cell.amount) {
      if (cell.amount.bound) return []
      return [{ cell, value: cell.amount.value, kind: cell.amount.kind, step: 10 ** -cell.amount.decimals }]
    }
    const [only, ...more] = statements
    if (!only?.percent || more.length > 0 || only.percent.bound) return []
    return [{ cell, value: only.percent.value, kind: 'percent', step: 10 ** -only.percent.decimals }]
  })
  return values.length === 1 ? (values[0] ?? null) : null
}

function statusOf(
  { table, row, results }: IndicatorRow,
  valueCell: ReadCell | undefined,
): { readonly cell: ReadCell; readonly status: Status; readonly evaluates: boolean } | null {
  const columns = table.columns.filter(({ header }) => STATUS_HEADER.test(fold(header)))
  const evaluated = columns
    .flatMap(({ index }) => row.cells.slice(index, index + 1))
    .filter((cell) => !cell.blank && cell !== valueCell)
  for (const cell of evaluated) {
    const status = readStatus(fold(cell.text))
    if (status) return { cell, status, evaluates: true }
  }
  for (const { cell } of results) {
    const status = readStatus(fold(cell.text).replace(/\b(?:dat|vuot)(?= (?:ti le |ty le |hon |tren )?\d)/g, ''))
    if (status) return { cell, status, evaluates: false }
  }
  return null
}

function readStatus(text: string): Status | null {
  const found = (
    [
      ['missed', MISSED],
      ['passed', PASSED],
      ['met', MET],
    ] as const
  ).filter(([, pattern]) => pattern.test(text))
  return found[0]?.[0] ?? null
}
