import { add, type Decimal, decimalNumber, decimalOf, roundDecimal } from '#kernel/decimal.ts'
import { evaluate, type Lookup, type RuleValue, toRuleValue } from '#kernel/rules/interpret.ts'
import { type CellAnswer, type FormContext, isRecord, own, type RowAnswer, type Trouble, trouble } from './answer.ts'
import { type Checked, kept, nothing, refused } from './check-text.ts'
import { checkValue } from './check-value.ts'
import type { CompiledField } from './compile.ts'
import { type Column, type Field, mostOf } from './definition.ts'
import { valueTypeOf } from './kinds.ts'

/** A row as it is kept, and what is wrong with it, by column (`''`: the row itself). */
export type CheckedRow = {
  readonly row: RowAnswer
  readonly troubles: readonly { readonly column: string; readonly trouble: Omit<Trouble, 'path'> }[]
}

type CheckedOnce = { readonly outer: readonly RuleValue[]; readonly checked: CheckedRow }
/** A row in its place: with the paths of its cells. */
type PlacedRow = { readonly row: RowAnswer; readonly troubles: readonly Trouble[] }
/** What is known of rows that were checked before: a keystroke in one row leaves the others alone, one elsewhere the whole table. */
export type TableMemo = {
  readonly rows: WeakMap<object, CheckedOnce>
  last: {
    readonly raw: readonly unknown[]
    readonly outer: readonly RuleValue[]
    readonly placed: readonly PlacedRow[]
    readonly checked: Checked<readonly RowAnswer[]>
  } | null
}
export const newTableMemo = (): TableMemo => ({ rows: new WeakMap(), last: null })

/** What is listed of one table; everything else is only counted. */
const MOST_TROUBLES = 500

/** The rows of a table, with the values that formulas give to their cells. `lookup`: the fields of the form. */
export function checkTable(
  compiled: CompiledField,
  raw: unknown,
  lookup: Lookup,
  context: FormContext,
  memo: TableMemo,
): Checked<readonly RowAnswer[]> {
  const { field, outer } = compiled
  if (raw === undefined || raw === null) return nothing
  if (!Array.isArray(raw)) return refused(field.name, 'forms/wrong-type')
  const most = mostOf(field)
  if (raw.length > most) return refused(field.name, 'forms/too-many-rows', { most })
  const outerValues = [...outer.map(lookup), context.today]
  const known = memo.last && sameValues(memo.last.outer, outerValues) ? memo.last : null
  if (known?.raw === raw) return known.checked
  const deps = { lookup, context, memo }
  const placed: PlacedRow[] = []
  // A plain walk, here and below: five thousand rows are passed with every letter.
  for (let index = 0; index < raw.length; index++) {
    const one: unknown = raw[index]
    const before = known?.raw[index] === one ? known?.placed[index] : undefined
    placed.push(before ?? placedAt(`${field.name}.${index}`, checkRowOnce(compiled, one, outerValues, deps)))
  }
  const checked = wholeOf(field, placed)
  memo.last = { raw, outer: outerValues, placed, checked }
  return checked
}

const placedAt = (path: string, { row, troubles }: CheckedRow): PlacedRow => ({
  row,
  troubles: troubles.map(({ column, trouble: what }) => ({ path: column ? `${path}.${column}` : path, ...what })),
})

function wholeOf(field: Field, placed: readonly PlacedRow[]): Checked<readonly RowAnswer[]> {
  if (placed.length === 0) return nothing
  const path = field.name
  const rows: RowAnswer[] = []
  const all: Trouble[] = []
  for (const { row, troubles } of placed) {
    rows.push(row)
    if (troubles.length > 0) all.push(...troubles)
  }
  const troubles = all.slice(0, MOST_TROUBLES)
  if (all.length > troubles.length)
    troubles.push(trouble(path, 'forms/more-troubles', { count: all.length - troubles.length }))
  if (field.least !== null && placed.length < field.least)
    troubles.push(trouble(path, 'forms/too-few-rows', { least: field.least }))
  return kept(rows, troubles)
}

type RowDeps = { readonly lookup: Lookup; readonly context: FormContext; readonly memo: TableMemo }

function checkRowOnce(compiled: CompiledField, raw: unknown, outer: readonly RuleValue[], deps: RowDeps): CheckedRow {
  if (!isRecord(raw)) return { row: {}, troubles: [bad('', 'forms/wrong-type')] }
  const known = deps.memo.rows.get(raw)
  if (known && sameValues(known.outer, outer)) return known.checked
  const checked = checkRow(compiled, raw, deps)
  deps.memo.rows.set(raw, { outer, checked })
  return checked
}

const bad = (column: string, code: string, values: Trouble['values'] = {}) => ({
  column,
  trouble: { code, severity: 'error' as const, values },
})

/** Decimals are compared by what they say: each evaluation makes its own. */
function sameValues(a: readonly RuleValue[], b: readonly RuleValue[]): boolean {
  return a.every((one, index) => {
    const other = b[index] ?? null
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other
    return one.units === other.units && one.scale === other.scale
  })
}

function checkRow(compiled: CompiledField, raw: Readonly<Record<string, unknown>>, deps: RowDeps): CheckedRow {
  const { field, columns } = compiled
  const strange = Object.keys(raw).filter((key) => !columns.has(key))
  const troubles: CheckedRow['troubles'][number][] = strange
    .slice(0, 5)
    .map((name) => bad('', 'forms/unknown-answer', { name: name.slice(0, 60) }))
  const values = new Map<string, CellAnswer>()
  const computing = new Set<string>()
  const inRow: Lookup = (name) => {
    const column = columns.get(name)
    if (!column) return deps.lookup(name)
    if (column.value !== null && !values.has(name)) compute(column)
    return cellValue(column, values.get(name))
  }
  const compute = (column: Column) => {
    if (column.value === null || computing.has(column.name)) return
    computing.add(column.name)
    const value = fromRule(column, evaluate(column.value, inRow))
    if (value !== null) values.set(column.name, value)
  }
  for (const column of field.columns) {
    if (column.value !== null) continue
    const { value, troubles: found } = checkValue(column, own(raw, column.name), column.name, deps.context)
    for (const { path: _, ...trouble } of found) troubles.push({ column: column.name, trouble })
    // Columns are of kinds whose answers are single values.
    if (value !== null) values.set(column.name, value as CellAnswer)
  }
  for (const column of field.columns) compute(column)
  for (const column of field.columns) {
    const isWanted = column.required || (column.requiredIf !== null && evaluate(column.requiredIf, inRow) === true)
    const isRefused = troubles.some((one) => one.column === column.name)
    if (isWanted && !isRefused && !values.has(column.name)) troubles.push(bad(column.name, 'forms/required'))
  }
  const inOrder = field.columns.flatMap(({ name }) => {
    const value = values.get(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { row: Object.fromEntries(inOrder), troubles }
}

function cellValue({ kind }: Column, value: CellAnswer | undefined): RuleValue {
  const type = valueTypeOf(kind)
  return type && value !== undefined ? toRuleValue(type, value) : null
}

/** What a formula gave, as the answer of the field, rounded to its decimals; null when it gives none. */
export function fromRule({ kind, decimals }: Pick<Field, 'kind' | 'decimals'>, value: RuleValue): CellAnswer | null {
  if (value === null) return null
  const type = valueTypeOf(kind)
  if (type === 'number') {
    if (typeof value !== 'object') return null
    const number = decimalNumber(roundDecimal(value, kind === 'number' ? decimals : 0))
    return Number.isFinite(number) ? number : null
  }
  if (type === 'boolean') return typeof value === 'boolean' ? value : null
  return typeof value === 'string' ? value : null
}

/** The sum of a column over rows that were checked, exactly; null when no row has it. */
export function sumOf(rows: readonly RowAnswer[], column: string): Decimal | null {
  let sum: Decimal | null = null
  // Whole numbers are exact as they are while their sum is small enough: thousands of rows are added up with every letter.
  let whole = 0
  let isAny = false
  for (const row of rows) {
    const value = own(row, column)
    if (typeof value !== 'number') continue
    isAny = true
    if (Number.isInteger(value) && Number.isSafeInteger(whole + value)) whole += value
    else sum = add(sum ?? decimalOf(0), decimalOf(value))
  }
  return isAny ? add(decimalOf(whole), sum ?? decimalOf(0)) : null
}
