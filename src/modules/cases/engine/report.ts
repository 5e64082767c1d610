import { readFigures } from '#modules/indicators/index.ts'
import { childrenAt, findUnitAt } from '#modules/organisation/index.ts'
import { addsUp, type CaseTable, type Column, STOCK_COUNTS, TABLE_FORMS } from '../domain/report-tables.ts'
import { countProcedures, sumCounted } from '../store/counting.ts'
import { progressOf } from '../store/stays.ts'
import { type Catalogue, catalogueOn, ofCatalogue } from './procedure-catalogue.ts'
import { type Asked, type Reach, shownDays, spansOf, spansUntil, unitRef } from './report-days.ts'

type Certainty = 'exact' | 'estimated' | 'not-derivable'
export type Cell = {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly certainty: Certainty
  readonly opens: string | null
}
type RowOf = { readonly unitId: string; readonly reach: Reach; readonly kind: 'unit' | 'own' | 'total' }
type Known = { readonly value: number | null; readonly certainty: Certainty }
/** Values by column key, one for each row. */
type Values = Map<string, readonly Known[]>

/** One table: a row for each unit below, what the unit does by itself, and the total. */
export async function reportOf(asked: Asked, table: CaseTable) {
  const form = TABLE_FORMS[table]
  const rows = rowsOf(asked)
  const values: Values = new Map()
  await addCounts(asked, rows, form.columns, values)
  await addStocks(asked, rows, form.columns, values)
  await addProcedures(asked, rows, form.columns, values)
  const shown = rows.map(({ unitId, kind }, row) => ({
    unit: unitRef(asked, unitId),
    kind,
    cells: form.columns.map((column) => cellOf(column, form.columns, values, row)),
  }))
  return {
    table,
    title: form.title,
    note: form.note,
    days: shownDays(asked),
    unit: unitRef(asked, asked.unitId),
    columns: form.columns.map((column) => ({
      key: column.key,
      label: column.label,
      group: column.group,
      form: column.kind === 'ratio' ? ('ratio' as const) : ('count' as const),
      addsUp: addsUp(column),
      of: column.kind === 'ratio' ? ([column.numerator, column.denominator] satisfies [string, string]) : null,
    })),
    // A unit without units below and a row that says nothing of its own are not shown.
    rows: shown.filter(
      ({ kind, cells }) =>
        kind !== 'own' || rows.length === 2 || cells.some(({ value }) => value !== 0 && value !== null),
    ),
  }
}

function rowsOf({ structure, unitId, structureDay }: Asked): readonly RowOf[] {
  const children = childrenAt(structure, unitId, structureDay).toSorted((a, b) => BY_NAME.compare(a.name, b.name))
  return [
    ...children.map((child) => ({ unitId: child.unitId, reach: 'subtree' as const, kind: 'unit' as const })),
    { unitId, reach: 'own', kind: 'own' },
    { unitId, reach: 'subtree', kind: 'total' },
  ]
}
const BY_NAME = new Intl.Collator('vi', { numeric: true })

function cellOf(column: Column, columns: readonly Column[], values: Values, row: number): Cell {
  if (column.kind === 'ratio') {
    const [top, bottom] = [column.numerator, column.denominator].map((key) => values.get(key)?.[row])
    const certainty =
      [top, bottom].map((known) => known?.certainty ?? 'exact').find((one) => one !== 'exact') ?? 'exact'
    return {
      value: null,
      numerator: top?.value ?? null,
      denominator: bottom?.value ?? null,
      certainty,
      opens: opensOf(column, columns),
    }
  }
  const known = values.get(column.key)?.[row]
  const certainty = known?.certainty ?? 'exact'
  return { value: known?.value ?? null, numerator: null, denominator: null, certainty, opens: opensOf(column, columns) }
}

/** A ratio opens to what its numerator counts. */
function opensOf(column: Column, columns: readonly Column[]): string | null {
  if (column.kind === 'count') return column.measure
  if (column.kind === 'stock') return column.stock
  if (column.kind === 'procedures' || column.kind === 'catalogue') return `procedures:${column.key}`
  const numerator = columns.find(({ key }) => key === column.numerator)
  return numerator ? opensOf(numerator, columns) : null
}

/** Counts of measures: of a period from the figures (in the structure of the day), of other days from the counted rows. */
async function addCounts(asked: Asked, rows: readonly RowOf[], columns: readonly Column[], values: Values) {
  const counted = columns.flatMap((column) => (column.kind === 'count' ? [column] : []))
  const sums = await countsFor(
    asked,
    rows,
    counted.map(({ measure }) => measure),
  )
  for (const { key, measure } of counted) values.set(key, sums.get(measure) ?? [])
}

/** The count of each measure for each row. */
export async function countsFor(
  asked: Asked,
  rows: readonly { readonly unitId: string; readonly reach: Reach }[],
  measures: readonly string[],
): Promise<ReadonlyMap<string, readonly Known[]>> {
  if (measures.length === 0) return new Map()
  return asked.period === null ? countedFor(asked, rows, measures) : figuresFor(asked, asked.period, rows, measures)
}

async function countedFor(
  asked: Asked,
  rows: readonly { readonly unitId: string; readonly reach: Reach }[],
  measures: readonly string[],
) {
  const { spans, unsure } = spansOf(asked, rows)
  const sums = new Map(
    (await sumCounted(asked.tx, measures, spans)).map((sum) => [`${sum.measure} ${sum.row}`, sum.value]),
  )
  return new Map(
    measures.map((measure) => [
      measure,
      rows.map(
        (_, row): Known =>
          unsure.has(row) ? UNKNOWN : { value: sums.get(`${measure} ${row}`) ?? 0, certainty: 'exact' },
      ),
    ]),
  )
}

const UNKNOWN: Known = { value: null, certainty: 'not-derivable' }

async function figuresFor(
  { tx, now, regime, structureDay }: Asked,
  period: string,
  rows: readonly { readonly unitId: string; readonly reach: Reach }[],
  measures: readonly string[],
) {
  const found = new Map<string, Known[]>(measures.map((measure) => [measure, []]))
  for (const reach of ['own', 'subtree'] as const) {
    const places = rows.flatMap((row, place) => (row.reach === reach ? [{ ...row, place }] : []))
    if (places.length === 0) continue
    const { cells } = await readFigures(tx, now, {
      items: measures.map((code) => ({ kind: 'measure' as const, code })),
      units: places.map(({ unitId }) => unitId),
      periods: [period],
      regime,
      reach,
      structureOn: structureDay,
      knownAt: null,
      standing: 'submitted',
    })
    measures.forEach((measure, item) => {
      const ofMeasure = found.get(measure)
      places.forEach(({ place }, unit) => {
        const cell = cells[item]?.[unit]?.[0]
        if (ofMeasure) ofMeasure[place] = { value: Number(cell?.value ?? 0), certainty: cell?.certainty ?? 'exact' }
        if (ofMeasure && cell?.certainty === 'not-derivable') ofMeasure[place] = UNKNOWN
      })
    })
  }
  return found
}

/** Stocks at the end of the days, and what came over from before. */
async function addStocks(asked: Asked, rows: readonly RowOf[], columns: readonly Column[], values: Values) {
  const stocks = columns.flatMap((column) => (column.kind === 'stock' ? [column] : []))
  if (stocks.length === 0) return
  const { spans, unsure } = spansUntil(asked, rows)
  const progress = new Map(
    (await progressOf(asked.tx, { spans, window: asked.window, byField: false })).map((one) => [one.row, one]),
  )
  for (const { key, stock } of stocks) {
    values.set(
      key,
      rows.map(
        (_, row): Known =>
          unsure.has(row) ? UNKNOWN : { value: progress.get(row)?.[STOCK_COUNTS[stock]] ?? 0, certainty: 'exact' },
      ),
    )
  }
}

/** Numbers of procedures: in the catalogue for a unit's level, and those that had such a case. */
async function addProcedures(asked: Asked, rows: readonly RowOf[], columns: readonly Column[], values: Values) {
  const had = columns.flatMap((column) => (column.kind === 'procedures' ? [column] : []))
  if (had.length > 0) {
    const { spans, unsure } = spansOf(asked, rows)
    const counts = await countProcedures(
      asked.tx,
      had.map(({ measure }) => measure),
      spans,
    )
    for (const { key, measure } of had) {
      values.set(
        key,
        rows.map((_, row): Known => {
          const found = counts.find((one) => one.row === row && one.measure === measure)
          return unsure.has(row) ? UNKNOWN : { value: found?.value ?? 0, certainty: 'exact' }
        }),
      )
    }
  }
  const offered = columns.flatMap((column) => (column.kind === 'catalogue' ? [column] : []))
  if (offered.length === 0) return
  const catalogue = await catalogueOn(asked.tx, asked.structureDay)
  for (const { key, which } of offered) {
    values.set(
      key,
      rows.map(
        ({ unitId, kind }): Known => ({
          value: ofCatalogue(catalogueOf(asked, catalogue, unitId, kind), which).length,
          certainty: 'exact',
        }),
      ),
    )
  }
}

/** What a unit decides by its level; the total knows every procedure that it or a unit below decides. */
export function catalogueOf(
  { structure, structureDay, unitId: rootId }: Asked,
  catalogue: Catalogue,
  unitId: string,
  kind: RowOf['kind'],
): Catalogue {
  const levels = new Set(
    (kind === 'total'
      ? [rootId, ...childrenAt(structure, rootId, structureDay).map((child) => child.unitId)]
      : [unitId]
    ).map((id) => findUnitAt(structure, id, structureDay)?.level),
  )
  return catalogue.filter((one) => one.levels.some((level) => levels.has(level)))
}
