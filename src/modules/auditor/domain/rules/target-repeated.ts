import { formatNumber } from '#kernel/number.ts'
import type { Found } from '../finding.ts'
import { type IndicatorRow, indicatorRows, type Result, type Target } from '../indicators/indicator-row.ts'
import { divisionText, named, quoted, spotOfStatement } from '../indicators/tell.ts'
import type { Statement } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

type Fraction = Statement & { readonly top: number; readonly bottom: number }

export const targetRepeated: Rule = {
  id: 'target-repeated',
  title: { vi: 'Chép lại chỉ tiêu làm kết quả', en: 'The target repeated as the result' },
  about: {
    vi: 'Kết quả nhắc lại đúng con số của chỉ tiêu (“Đạt hơn 8,5%”) trong khi phân số ghi kèm cho một tỷ lệ rất khác. Im lặng khi không có phân số, hoặc khi tỷ lệ chỉ cao hơn chỉ tiêu chút ít.',
    en: 'The result repeats the number of the target ("more than 8.5%") while the fraction beside it gives quite another share. Silent without a fraction, or when the share is only a little above the target.',
  },
  check(reading) {
    const rows = indicatorRows(reading)
    return rows.flatMap((row) => row.results.flatMap((result) => checkResult(row, result, rows)))
  },
}

function checkResult(row: IndicatorRow, result: Result, rows: readonly IndicatorRow[]): readonly Found[] {
  const fractions = result.statements.flatMap((statement): readonly Fraction[] => {
    const [top, bottom] = [statement.numerator?.value, statement.denominator?.value]
    return top === undefined || !bottom || top > bottom ? [] : [{ ...statement, top, bottom }]
  })
  const said = result.statements.find(({ percent }) => percent?.bound === 'over' || percent?.bound === 'about')
  if (!said?.percent || fractions.length === 0) return []
  const { value, text } = said.percent
  if (!fractions.every(({ top, bottom }) => isFar((top / bottom) * 100, value))) return []
  const own = row.targets.find((target) => isSaid(target, value))
  const other = own ? undefined : borrowed(row, value, rows)
  if (!own && !other) return []
  const worked = fractions.map(({ top, bottom }) => divisionText(top, bottom)).join('; ')
  const target = own ?? other?.target
  return [
    {
      severity: 'likely',
      spots: [
        spotOfStatement(said),
        ...(target ? [target.cell.spot] : []),
        ...fractions.filter((fraction) => fraction !== said).map(spotOfStatement),
      ],
      stated: {
        vi: `Kết quả ghi “${quoted(result.cell)}”; chỉ tiêu ghi “${quoted(target?.cell)}”${other ? ` (của chỉ tiêu “${named(other.row.label)}”)` : ''}`,
        en: `The result says “${quoted(result.cell)}”; the target says “${quoted(target?.cell)}”${other ? ` (of the indicator “${named(other.row.label)}”)` : ''}`,
      },
      worked: { vi: worked, en: worked },
      why: own
        ? {
            vi: `${text} là con số của chỉ tiêu, không phải kết quả: phân số ghi kèm cho tỷ lệ khác xa.`,
            en: `${text} is the number of the target, not a result: the fraction beside it gives a share far from it.`,
          }
        : {
            vi: `${text} là chỉ tiêu của một dòng khác; chỉ tiêu của dòng này là ${targetText(row)}, còn phân số ghi kèm cho tỷ lệ khác xa.`,
            en: `${text} is the target of another row; the target of this row is ${targetText(row)}, and the fraction beside it gives a share far from it.`,
          },
      notes: [
        {
          vi: 'Có thể tỷ lệ được tính trên một đại lượng khác với phân số ghi kèm; khi đó cần ghi rõ tử số và mẫu số của tỷ lệ.',
          en: 'The share may be of something other than the fraction beside it; its own numerator and denominator should then be given.',
        },
      ],
    },
  ]
}

/** Far enough that nobody would call the share "more than" the target. */
function isFar(share: number, said: number): boolean {
  return share >= said * 1.5 && share >= said + 15
}

function isSaid(target: Target, value: number): boolean {
  return target.kind === 'percent' && target.value === value
}

/** A row of the same table whose target this is; only a number with decimals or a bound of its own tells whose it is. */
function borrowed(row: IndicatorRow, value: number, rows: readonly IndicatorRow[]) {
  if (row.targets.length === 0) return undefined
  return rows
    .filter((other) => other !== row && other.table === row.table)
    .flatMap((other) => other.targets.map((target) => ({ row: other, target })))
    .find(({ target }) => isSaid(target, value) && (target.decimals > 0 || target.bound === 'over'))
}

function targetText({ targets }: IndicatorRow): string {
  return [...new Set(targets.map(({ value, kind }) => `${formatNumber(value)}${kind === 'percent' ? '%' : ''}`))].join(
    ', ',
  )
}
