import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import { type Change, cellsOf, checkAsRead } from '../arithmetic/constraint.ts'
import { type Arithmetic, arithmeticOf } from '../arithmetic/constraints.ts'
import { columnName, spotOf } from '../arithmetic/tell.ts'
import type { Correction, Found, Spot } from '../finding.ts'
import { countsThings, ROUNDED_UNIT } from '../lexicon/table-words.ts'
import type { Amount, ReadTable } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

export const lostMark: Rule = {
  id: 'lost-mark',
  title: { vi: 'Mất hoặc sai dấu phân cách hàng nghìn', en: 'Thousands mark lost or misplaced' },
  about: {
    vi: 'Trong cột đếm mà mọi ô khác là số nguyên, tìm số có phần lẻ hoặc nhóm chữ số không đủ ba (421.62, 1.2345). Chỉ nêu giá trị đúng khi một phép tính trong bảng xác nhận.',
    en: 'In a column that counts, where every other cell is a whole number, finds numbers with a fraction or with groups of digits other than three (421.62, 1.2345). Names the right value only when a computation in the table confirms it.',
  },
  check: ({ tables }) =>
    tables.flatMap((table) => {
      const arithmetic = arithmeticOf(table)
      return oddCells(arithmetic).map((odd) => tell(arithmetic, odd, odd.amount))
    }),
}

type Odd = { readonly row: number; readonly column: number; readonly amount: Amount }

/** Cells with a fraction among whole numbers: in a column that counts things, or in a row whose unit is counted one by one. */
function oddCells({ sheet }: Arithmetic): readonly Odd[] {
  const { table } = sheet
  const mixed = sheet.units.some((unit) => unit !== '')
  const byColumn = mixed
    ? []
    : sheet.counts.flatMap((column) => oddOf(columnCells(table, column), countsInColumn(table, column)))
  const byRow = sheet.lines.flatMap((row) => {
    if (!sheet.discrete[row] || sheet.rates[row]) return []
    const cells = sheet.counts.flatMap((column) => cellAt(table, row, column))
    return oddOf(cells, cells.length > 3)
  })
  return [...byColumn, ...byRow]
}

function columnCells(table: ReadTable, column: number): readonly Odd[] {
  return table.rows.flatMap((_, row) => cellAt(table, row, column))
}

function cellAt(table: ReadTable, row: number, column: number): readonly Odd[] {
  const { kind, cells } = table.rows[row] ?? { kind: 'header', cells: [] }
  const amount = cells[column]?.amount
  return kind !== 'header' && amount?.kind === 'count' && amount.unit === undefined ? [{ row, column, amount }] : []
}

function countsInColumn(table: ReadTable, column: number): boolean {
  const named = table.columns[column]
  if (!named) return false
  const { header, path } = named
  if (ROUNDED_UNIT.test(fold(header)) || ROUNDED_UNIT.test(fold(`${table.unit} ${table.title}`))) return false
  const large = columnCells(table, column).filter(
    ({ amount }) => Number.isInteger(amount.value) && amount.value >= 1000,
  )
  return countsThings(path.at(-1) ?? '') || large.length >= 2
}

function oddOf(cells: readonly Odd[], counted: boolean): readonly Odd[] {
  // 1,323 is 1323 for those who mark thousands by commas: strange beside dots, but no slip.
  const odd = cells.filter(
    ({ amount }) => !Number.isInteger(amount.value) && !/^\d{1,3}[.,]\d{3}$/.test(amount.text.trim()),
  )
  return counted && odd.length <= 2 && odd.length * 3 <= cells.length ? odd : []
}

function tell(arithmetic: Arithmetic, ref: { readonly row: number; readonly column: number }, amount: Amount): Found {
  const { table } = arithmetic.sheet
  const spot = spotOf(table, ref)
  const correction = corrected(arithmetic, ref, amount, spot)
  const whole = columnName(table, ref.column)
  return {
    severity: correction ? 'proved' : 'likely',
    spots: [spot],
    stated: { vi: `${whole} ghi ${amount.text}`, en: `${whole} states ${amount.text}` },
    worked: correction?.worked ?? {
      vi: `${amount.text} đọc theo cách viết của cột là ${formatNumber(amount.value)}`,
      en: `${amount.text} read as the column writes is ${formatNumber(amount.value)}`,
    },
    why: {
      vi: 'Ở đây đếm bằng số nguyên; một số có phần lẻ không thể là số lượng.',
      en: 'Here things are counted in whole numbers; a number with a fraction cannot be a count.',
    },
    ...(correction ? { correction: correction.correction } : {}),
  }
}

/** The whole number that the digits may stand for and that a constraint of the table confirms. */
function corrected(
  arithmetic: Arithmetic,
  ref: { readonly row: number; readonly column: number },
  amount: Amount,
  spot: Spot,
) {
  const { sheet, constraints } = arithmetic
  const near = constraints.filter((constraint) =>
    cellsOf(constraint).some(({ row, column }) => row === ref.row && column === ref.column),
  )
  const digits = amount.text.replace(/\D/g, '')
  const values = [
    ...amount.others,
    Number(digits),
    Number(digits) * 10,
    Number(digits) * 100,
    Number(digits) / 10,
  ].filter(Number.isInteger)
  for (const value of values) {
    const change: Change = { ...ref, value }
    const confirming = near.filter(
      (constraint) =>
        checkAsRead(constraint, sheet, [change]).state === 'holds' && checkAsRead(constraint, sheet).state === 'fails',
    )
    const [first] = confirming
    if (!first) continue
    const others = cellsOf(first).filter(({ row, column }) => row !== ref.row || column !== ref.column)
    const correction: Correction = {
      kind: 'lost-mark',
      says: { vi: `${amount.text} → ${formatNumber(value)}`, en: `${amount.text} → ${formatNumber(value)}` },
      changes: [{ spot, from: amount.text, to: formatNumber(value) }],
      confirmedBy: others.map((other) => spotOf(sheet.table, other)),
    }
    return {
      correction,
      worked: {
        vi: `Với ${formatNumber(value)}, ${confirming.length} phép tính liên quan đều khớp; với ${amount.text} thì không.`,
        en: `With ${formatNumber(value)} the ${confirming.length} computations around it hold; with ${amount.text} they do not.`,
      },
    }
  }
  return null
}
