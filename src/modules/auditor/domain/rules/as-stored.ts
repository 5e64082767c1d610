import { formatNumber } from '#kernel/number.ts'
import { fold, placeName } from '#kernel/text.ts'
import type { Found, Spot } from '../finding.ts'
import { countCells } from '../indicators/count-cell.ts'
import { indicatorRows } from '../indicators/indicator-row.ts'
import { named, quoted, spotOfStatement } from '../indicators/tell.ts'
import type { KnownFigure } from '../knowledge.ts'
import { OFFICE_BEFORE } from '../lexicon/unit-words.ts'
import { shareText } from '../reading/ratio-check.ts'
import type { Reading, Statement } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

export const asStored: Rule = {
  id: 'as-stored',
  title: { vi: 'Khác với số liệu trên nền tảng', en: 'Not as the platform stores it' },
  about: {
    vi: 'So kết quả của chỉ tiêu có đúng tên trên nền tảng, và ô của đơn vị dưới đầu cột đúng tên chỉ tiêu, với số liệu đã nộp cùng kỳ. Im lặng khi nhiều đơn vị có chỉ tiêu đó mà báo cáo không nói đơn vị nào, trừ khi không đơn vị nào có số ấy.',
    en: 'Compares the result of an indicator that has its very name on the platform, and the cell of a unit under the name of an indicator, with the figures submitted for the period.',
  },
  check: (reading) => (reading.knowledge.figures.length === 0 ? [] : [...byIndicator(reading), ...byUnit(reading)]),
}

function byIndicator(reading: Reading): readonly Found[] {
  const byName = Map.groupBy(reading.knowledge.figures, ({ name }) => nameKey(name))
  return indicatorRows(reading).flatMap((row) => {
    const known = byName.get(nameKey(row.label)) ?? []
    if (known.length === 0) return []
    return row.results.flatMap(({ cell, statements }): readonly Found[] => {
      const [statement, ...more] = statements
      if (more.length > 0) return []
      const differs = statement
        ? known.every((figure) => differsFrom(statement, figure))
        : cell.amount?.kind === 'count' &&
          known.every(({ denominator, numerator }) => denominator === null && numerator !== cell.amount?.value)
      if (!differs) return []
      const spot = statement ? spotOfStatement(statement) : cell.spot
      return [tell(spot, quoted(cell), row.label, known)]
    })
  })
}

/** A cell in the row of a unit and the column of an indicator. */
function byUnit(reading: Reading): readonly Found[] {
  const counts = reading.knowledge.figures.filter(({ denominator }) => denominator === null)
  const byPlace = Map.groupBy(counts, ({ unitName, name }) => `${placeName(unitName)}|${nameKey(name)}`)
  return countCells(reading).all.flatMap((cell): readonly Found[] => {
    const label = cell.table.rows[cell.row]?.label ?? ''
    const header = cell.table.columns[cell.column]?.path.at(-1) ?? ''
    const known = byPlace.get(`${placeName(label.replace(OFFICE_BEFORE, ''))}|${nameKey(header)}`) ?? []
    if (known.length === 0 || known.some(({ numerator }) => numerator === cell.value)) return []
    return [tell(cell.spot, formatNumber(cell.value), `${label} – ${header}`, known)]
  })
}

function tell(spot: Spot, stated: string, label: string, known: readonly KnownFigure[]): Found {
  const list = known.slice(0, 3).map(figureText).join('; ')
  return {
    severity: known.length === 1 ? 'likely' : 'look',
    spots: [spot],
    stated: { vi: `“${named(label)}”: ${stated}`, en: `“${named(label)}”: ${stated}` },
    worked: { vi: `Nền tảng lưu: ${list}`, en: `The platform stores: ${list}` },
    why: {
      vi: 'Báo cáo và số liệu đã nộp của cùng chỉ tiêu, cùng kỳ phải giống nhau.',
      en: 'Report and submitted figure of one indicator and one period have to be the same.',
    },
    notes: [
      {
        vi: 'Số liệu trên nền tảng có thể đã được cập nhật sau khi lập báo cáo.',
        en: 'The figure on the platform may have been corrected after the report was written.',
      },
    ],
  }
}

/** Whether what is written cannot be the stored figure, at the precision of what is written. */
function differsFrom({ numerator, denominator, percent }: Statement, figure: KnownFigure): boolean {
  if (numerator && denominator)
    return (
      numerator.value !== figure.numerator || (figure.denominator !== null && denominator.value !== figure.denominator)
    )
  if (!percent || percent.bound || !figure.denominator) return false
  const share = (figure.numerator / figure.denominator) * 100
  return Math.abs(share - percent.value) >= 10 ** -percent.decimals
}

function figureText({ unitName, period, numerator, denominator }: KnownFigure): string {
  const value =
    denominator === null
      ? formatNumber(numerator)
      : `${formatNumber(numerator)}/${formatNumber(denominator)} = ${shareText(numerator, denominator)}`
  return `${value} (${unitName}, ${period})`
}

function nameKey(name: string): string {
  return fold(name)
    .replace(/^(?:ti le|ty le|so luong|tong so|so) /, '')
    .replace(/[ .,;:]+$/, '')
}
