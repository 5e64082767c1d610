import { cellsOf, type Share } from '../arithmetic/constraint.ts'
import { arithmeticOf } from '../arithmetic/constraints.ts'
import type { Sheet } from '../arithmetic/sheet.ts'
import { cellName, tellBroken } from '../arithmetic/tell.ts'
import type { Rule } from '../rule.ts'
import type { Words } from '../words.ts'

export const shareOfColumns: Rule = {
  id: 'share-of-columns',
  title: { vi: 'Tỷ lệ không khớp tử số và mẫu số', en: 'Share differs from its numerator and denominator' },
  about: {
    vi: 'Với cột tỷ lệ không ghi công thức, tìm hai cột mà các dòng cùng tuân theo đến chữ số cuối, rồi tính lại những dòng lệch. Không kết luận khi có hai cách hiểu cùng hợp lý và một cách cho kết quả đúng. Ở dòng tổng, tỷ lệ phải là tổng tử số chia tổng mẫu số, không phải trung bình cộng các tỷ lệ.',
    en: 'For a column of shares without a formula, finds the two columns that the rows follow to the last digit and computes the deviating rows again. Keeps silent when two readings are equally good and one of them fits. In a total row the share must be the sum of numerators over the sum of denominators, not the mean of shares.',
  },
  check: ({ tables }) =>
    tables.flatMap((table) => {
      const arithmetic = arithmeticOf(table)
      return arithmetic.constraints
        .filter((constraint): constraint is Share => constraint.family === 'share')
        .flatMap((constraint) =>
          tellBroken(constraint, arithmetic, (mended) => ({
            severity: constraint.strength === 'shown' || mended ? 'proved' : 'likely',
            why: whyOf(constraint, arithmetic.sheet),
          })),
        )
    }),
}

function whyOf(constraint: Share, sheet: Sheet): Words {
  const { table } = sheet
  const sideOf = (terms: Share['top']) =>
    terms
      .map((term) => `${term.sign < 0 ? '−' : ''}${cellName(table, term, cellsOf(constraint))}`)
      .join(' + ')
      .replaceAll('+ −', '− ')
  const across = constraint.identity.startsWith('across')
  const formula = `(${sideOf(constraint.top)}) / (${sideOf(constraint.bottom)})`
  const vi = `${constraint.siblings} ${across ? 'cột khác của dòng' : 'dòng khác của cột'} này đúng bằng ${formula}; chỗ này thì không.`
  const en = `${constraint.siblings} other ${across ? 'columns of this row' : 'rows of this column'} are exactly ${formula}; this one is not.`
  if (!isMeanOfShares(constraint, sheet)) return { vi, en }
  return {
    vi: `${vi} Con số đã ghi là trung bình cộng các tỷ lệ của từng dòng: tỷ lệ chung phải tính từ tổng tử số và tổng mẫu số.`,
    en: `${en} What is stated is the mean of the rows' shares: a common share is the sum of numerators over the sum of denominators.`,
  }
}

/** Whether the stated share of a total row is the mean of the shares of the other rows. */
function isMeanOfShares({ percent }: Share, sheet: Sheet): boolean {
  if (sheet.table.rows[percent.row]?.kind !== 'total') return false
  const shares = sheet.dataRows
    .map((row) => sheet.values[row]?.[percent.column] ?? null)
    .filter((value) => value !== null)
  if (shares.length < 2) return false
  const mean = shares.reduce((sum, value) => sum + value, 0) / shares.length
  const step = 10 ** -(sheet.decimals[percent.row]?.[percent.column] ?? 0)
  return Math.abs(mean - (sheet.values[percent.row]?.[percent.column] ?? 0)) <= step
}
