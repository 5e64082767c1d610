import { type CellTerm, type Constraint, check, looseness } from './constraint.ts'
import type { Sheet } from './sheet.ts'

/** What the formulas in the header promise of every row, totals too. */
export function headerFormulas(sheet: Sheet): readonly Constraint[] {
  const { table } = sheet
  const rows = table.rows.flatMap((row, index) => (row.kind === 'header' || row.kind === 'section' ? [] : [index]))
  return table.columns.flatMap((column) => {
    const { formula } = column
    if (!formula) return []
    const base = { family: 'header-formula', identity: formula.text, strength: 'stated', siblings: 0, formula } as const
    const at = (terms: typeof formula.sum, row: number): CellTerm[] => terms.map((term) => ({ ...term, row }))
    const { over } = formula
    if (over) {
      const asShare = (scale: 100 | 1) =>
        rows.map((row): Constraint => {
          const percent = { row, column: column.index }
          return { ...base, kind: 'share', percent, top: at(formula.sum, row), bottom: at(over, row), scale }
        })
      const held = (made: readonly Constraint[]) => made.filter((one) => check(one, sheet).state === 'holds').length
      const [percent, plain] = [asShare(100), asShare(1)]
      const isPercent = column.kind === 'percent' ? held(plain) <= held(percent) : held(plain) < held(percent)
      return withSiblings(isPercent ? percent : plain, sheet)
    }
    const made = rows.map((row): Constraint => {
      const parts = at(formula.sum, row).map((term) => ({ ...term, sign: -term.sign as 1 | -1 }))
      const terms = [{ row, column: column.index, sign: 1 as const }, ...parts]
      return { ...base, kind: 'linear', terms, slack: slackOf(sheet, terms) }
    })
    return withSiblings(made, sheet)
  })
}

/** What rounding of printed amounts may leave over in a sum. */
export function slackOf(sheet: Sheet, terms: readonly CellTerm[]): number {
  return terms.reduce((sum, term) => sum + looseness(sheet, term), 0)
}

/** The constraints of one identity, each knowing in how many others it holds. */
export function withSiblings<Kind extends Constraint>(made: readonly Kind[], sheet: Sheet): readonly Kind[] {
  const held = made.map((constraint) => check(constraint, sheet).state === 'holds')
  const all = held.filter(Boolean).length
  return made.map((constraint, at) => ({ ...constraint, siblings: all - (held[at] ? 1 : 0) }))
}
