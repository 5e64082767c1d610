import { type CellTerm, check, type Linear } from './constraint.ts'
import { slackOf } from './formulas.ts'
import type { Sheet } from './sheet.ts'
import { type Scope, scopesOf } from './total-scopes.ts'

/**
 * What the totals and subtotals of a table promise: for each total the rows that it adds up are those with which the most columns
 * reconcile. Without one column that reconciles nothing is promised, except by the plain word for total over a flat list; parents
 * (`I` over `1`, `2`, …) may lend each other what one alone cannot show.
 */
export function columnTotals(sheet: Sheet): readonly Linear[] {
  const byTotal = Map.groupBy(scopesOf(sheet), ({ total }) => total)
  const best = [...byTotal.values()].flatMap((scopes) => {
    const rivals = new Set(scopes.map(({ rows }) => rows.join())).size
    const [first] = scopes
      .map((scope) => judge(sheet, scope))
      .toSorted((a, b) => b.held - a.held || a.failed - b.failed)
    return first ? [{ ...first, rivals }] : []
  })
  const pools = Map.groupBy(best, ({ scope }) => scope.family)
  return best.flatMap((one) => {
    const strength = strengthOf(one, pools.get(one.scope.family) ?? [])
    if (strength === null) return []
    return one.made
      .filter((made) => !failsEverywhere(made, best, sheet))
      .map((made) => ({ ...made, siblings: one.held, strength }))
  })
}

type Judged = {
  readonly scope: Scope
  readonly made: readonly Linear[]
  readonly held: number
  readonly failed: number
}

/** How firmly a total promises its sum; `null` when it promises nothing. */
function strengthOf(one: Judged & { readonly rivals: number }, family: readonly Judged[]): Linear['strength'] | null {
  const { scope, held, failed } = one
  if (held > 0 && held >= failed) return scope.said ? 'stated' : held > 1 ? 'shown' : 'seen'
  const [allHeld, allFailed] = family.reduce(
    ([holds, fails], other) => [holds + other.held, fails + other.failed],
    [0, 0],
  )
  const partly = one.failed === 1 || one.made.length > one.failed
  if (scope.family.startsWith('parent') && partly && allHeld >= 3 && allHeld >= allFailed * 2) return 'shown'
  return held === 0 && scope.said && one.rivals === 1 && failed <= 2 ? 'seen' : null
}

/** A column that no total of the table adds up is no column of addends. One total alone cannot tell. */
function failsEverywhere(made: Linear, all: readonly Judged[], sheet: Sheet): boolean {
  const column = made.terms[0]?.column
  const same = all.flatMap((one) => one.made.filter(({ terms }) => terms[0]?.column === column))
  return same.length >= 3 && same.every((one) => check(one, sheet).state === 'fails')
}

function judge(sheet: Sheet, scope: Scope): Judged {
  const made = sheet.table.columns
    .filter(({ index }) => sheet.additive[index])
    .flatMap(({ index }) => totalOf(sheet, scope, index))
  const states = made.map((constraint) => check(constraint, sheet).state)
  // A column of zeros, or with one part alone, proves nothing.
  const telling = made.filter(
    ({ terms }) => terms.slice(1).filter(({ row, column }) => sheet.values[row]?.[column]).length >= 2,
  )
  return {
    scope,
    made,
    held: telling.filter((constraint) => check(constraint, sheet).state === 'holds').length,
    failed: states.filter((state) => state === 'fails').length,
  }
}

/** One column's total against its parts; blanks are not parts. `[]` when the total or all parts are blank. */
function totalOf(sheet: Sheet, { name, total, rows }: Scope, column: number): readonly Linear[] {
  if ((sheet.values[total]?.[column] ?? null) === null) return []
  const parts = rows.filter((row) => (sheet.values[row]?.[column] ?? null) !== null)
  if (parts.length < 2) return []
  const terms: CellTerm[] = [
    { row: total, column, sign: 1 },
    ...parts.map((row): CellTerm => ({ row, column, sign: -1 })),
  ]
  const made: Linear = {
    kind: 'linear',
    family: 'column-total',
    identity: name,
    strength: 'seen',
    siblings: 0,
    terms,
    // Twice the rounding: the column may be a difference of two columns that were rounded themselves.
    slack: 2 * slackOf(sheet, terms),
  }
  // A blank part may hold what is missing; only parts that exceed their total then contradict it.
  const blanks = rows.length - parts.length
  const verdict = check(made, sheet)
  return blanks > 0 && verdict.state === 'fails' && verdict.expected < verdict.stated ? [] : [made]
}
