import { addDays, type Day } from '#kernel/calendar.ts'
import { placeName, samePlaceName } from '#kernel/text.ts'
import type { Act, NewUnit, UnitRef } from './acts.ts'
import { type ImportResult, isTerritory, LEVELS, type Level, type UnitKind } from './kinds.ts'
import { type Structure, unitsAt, unitsUnder } from './structure.ts'
import type { UnitVersion } from './unit.ts'
import type { ListedRow } from './unit-file.ts'

export type Difference = {
  readonly row: number | null
  readonly result: ImportResult
  readonly code: string | null
  readonly name: string
  readonly before: string | null
  readonly unitId: string | null
  readonly problem: { readonly code: string; readonly values: Readonly<Record<string, string | number>> } | null
}

export type ImportPlan = {
  readonly differences: readonly Difference[]
  readonly acts: readonly Act[]
  /** The row each act comes from, by the act's index. */
  readonly actRows: readonly (number | null)[]
}

type Asked = {
  readonly asOf: Day
  readonly rows: readonly ListedRow[]
  readonly rootId: string | null
  readonly complete: boolean
}

type Work = Asked & {
  readonly structure: Structure
  readonly today: readonly UnitVersion[]
  readonly byCode: ReadonlyMap<string, UnitVersion>
  readonly codeBefore: ReadonlyMap<string, readonly UnitVersion[]>
  /** Territories of the day by level, parent and name. */
  readonly byName: ReadonlyMap<string, readonly UnitVersion[]>
  readonly listedCodes: ReadonlyMap<string, ListedRow>
  /** What each row turned out to be. */
  readonly refs: Map<number, UnitRef>
  readonly claimed: Map<string, number>
  readonly differences: Difference[]
  readonly acts: Act[]
  readonly actRows: (number | null)[]
}

/**
 * What a list changes in the structure from a day on. A unit is recognised by code *and* name; where only one of them agrees the
 * row is refused, unless it says itself what it comes from or that it is the same unit.
 */
export function planImport(structure: Structure, asked: Asked): ImportPlan {
  const work = workOf(structure, asked)
  const rows = asked.rows.toSorted(
    (a, b) => LEVELS.indexOf(a.level ?? 'commune') - LEVELS.indexOf(b.level ?? 'commune') || a.row - b.row,
  )
  const seen = new Map<string, number>()
  for (const row of rows) {
    const key = `${row.level} ${row.code}`
    const other = row.code === null ? undefined : seen.get(key)
    if (other !== undefined) refuse(work, row, 'organisation/row-code-twice', { other })
    else takeRow(work, row)
    if (row.code !== null && other === undefined) seen.set(key, row.row)
  }
  if (asked.complete) endMissing(work)
  const order = (difference: Difference) => difference.row ?? Number.MAX_SAFE_INTEGER
  return {
    differences: work.differences.toSorted((a, b) => order(a) - order(b)),
    acts: work.acts,
    actRows: work.actRows,
  }
}

function workOf(structure: Structure, asked: Asked): Work {
  const today = unitsAt(structure, asked.asOf)
  const before = unitsAt(structure, addDays(asked.asOf, -1))
  const coded = (units: readonly UnitVersion[]) => units.filter(({ code }) => code !== null)
  return {
    ...asked,
    structure,
    today,
    byCode: new Map(coded(today).map((unit) => [`${unit.level} ${unit.code}`, unit])),
    codeBefore: Map.groupBy(coded(before), ({ code }) => code ?? ''),
    byName: Map.groupBy(
      today.filter(({ kind }) => isTerritory(kind)),
      ({ level, parentId, name }) => `${level} ${parentId} ${placeName(name)}`,
    ),
    listedCodes: new Map(asked.rows.toReversed().map((row) => [`${row.level} ${row.code}`, row])),
    refs: new Map(),
    claimed: new Map(),
    differences: [],
    acts: [],
    actRows: [],
  }
}

type KnownRow = ListedRow & { readonly kind: UnitKind; readonly level: Level }

function takeRow(work: Work, row: ListedRow): void {
  const { kind, level } = row
  if (row.name === '') return refuse(work, row, 'organisation/row-without-name', {})
  if (kind === null || level === null) return refuse(work, row, 'organisation/row-kind-unknown', {})
  const known = { ...row, kind, level }
  const parent = parentOf(work, known)
  if (parent === undefined) {
    return refuse(work, row, 'organisation/row-parent-unknown', { code: row.parentCode ?? '' })
  }
  const current = row.code === null ? undefined : work.byCode.get(`${level} ${row.code}`)
  if (row.predecessors.length > 0) return takeSuccessor(work, known, parent, current)
  const same = current ?? sameName(work, known, parent)
  if (!same) return create(work, known, parent)
  if (!row.sameUnit && !samePlaceName(same.name, row.name)) {
    const alike = bareName(same.name) === bareName(row.name)
    const code = alike ? 'organisation/kind-changed' : 'organisation/code-reused'
    return refuse(work, row, code, { oldName: same.name, day: work.asOf }, same)
  }
  continueUnit(work, known, parent, same)
}

/** The unit above: a row of the list, a unit by its code, the import's root, or the country; undefined when it is not known. */
function parentOf(work: Work, row: KnownRow): UnitRef | null | undefined {
  if (row.parentRow !== null) return work.refs.get(row.parentRow)
  if (row.parentCode !== null) {
    const above = LEVELS.slice(0, LEVELS.indexOf(row.level)).toReversed()
    for (const level of above) {
      const listed = work.listedCodes.get(`${level} ${row.parentCode}`)
      if (listed) return work.refs.get(listed.row)
      const unit = work.byCode.get(`${level} ${row.parentCode}`)
      if (unit) return { unitId: unit.unitId }
    }
    return undefined
  }
  if (work.rootId !== null) return { unitId: work.rootId }
  if (row.level === 'nation') return null
  const country = row.level === 'province' ? work.today.find(({ kind }) => kind === 'country') : undefined
  return country ? { unitId: country.unitId } : undefined
}

/** A unit of that name under that parent whose code the list no longer uses: it has been given another one. */
function sameName(work: Work, row: KnownRow, parent: UnitRef | null): UnitVersion | undefined {
  if (!parent || !('unitId' in parent)) return undefined
  const found = (work.byName.get(`${row.level} ${parent.unitId} ${placeName(row.name)}`) ?? []).filter(
    (unit) => !work.listedCodes.has(`${unit.level} ${unit.code}`),
  )
  return found.length === 1 ? found[0] : undefined
}

function takeSuccessor(work: Work, row: KnownRow, parent: UnitRef | null, current: UnitVersion | undefined): void {
  const from: UnitVersion[] = []
  for (const code of new Set(row.predecessors)) {
    const units = work.codeBefore.get(code) ?? []
    const unit = units.find(({ level }) => level === row.level) ?? (units.length === 1 ? units[0] : undefined)
    if (!unit) return refuse(work, row, 'organisation/row-predecessor-unknown', { code })
    const other = work.claimed.get(unit.unitId)
    if (other !== undefined) return refuse(work, row, 'organisation/row-predecessor-twice', { code, other })
    from.push(unit)
  }
  const [only] = from
  const alone = from.length === 1 && only !== undefined
  if (
    alone &&
    (row.sameUnit || (only.code === row.code && only.kind === row.kind && samePlaceName(only.name, row.name)))
  ) {
    return continueUnit(work, row, parent, only)
  }
  if (current && samePlaceName(current.name, row.name) && cameFrom(work, current, from)) {
    return claim(work, row, current, 'unchanged', current.name)
  }
  for (const unit of from) work.claimed.set(unit.unitId, row.row)
  const key = keyOf(row)
  work.refs.set(row.row, { key })
  put(work, row, 'merged', from.map(({ name }) => name).join('; '), null)
  addAct(work, row, {
    kind: 'merge',
    from: from.map(({ unitId }) => ({ unitId })),
    to: [newUnit(row, parent)],
    withSubunits: true,
  })
}

/** Whether exactly these units have already become this one on that day: the list has been imported before. */
function cameFrom(work: Work, unit: UnitVersion, from: readonly UnitVersion[]): boolean {
  const change = (work.structure.changesTo.get(unit.unitId) ?? []).find(({ effectiveOn }) => effectiveOn === work.asOf)
  return (
    change !== undefined &&
    change.from.length === from.length &&
    from.every(({ unitId }) => change.from.includes(unitId))
  )
}

function create(work: Work, row: KnownRow, parent: UnitRef | null): void {
  work.refs.set(row.row, { key: keyOf(row) })
  put(work, row, 'added', null, null)
  addAct(work, row, { kind: 'create', to: [newUnit(row, parent)] })
}

/** The same unit, perhaps under another name, code or parent. */
function continueUnit(work: Work, row: KnownRow, parent: UnitRef | null, unit: UnitVersion): void {
  const moves = parent === null ? unit.parentId !== null : !('unitId' in parent) || parent.unitId !== unit.parentId
  const renamed = !samePlaceName(unit.name, row.name) || unit.kind !== row.kind
  const recoded = row.code !== null && row.code !== unit.code
  const result = moves ? 'moved' : recoded ? 'recoded' : renamed ? 'renamed' : 'unchanged'
  claim(work, row, unit, result, recoded ? `${unit.code ?? ''} ${unit.name}`.trim() : unit.name)
  if (result === 'unchanged') return
  const set = {
    ...(moves && { parent }),
    ...(recoded && { code: row.code }),
    ...(renamed && { name: row.name, kind: row.kind }),
    ...(unit.level !== row.level && { level: row.level }),
  }
  const kind = ({ moved: 'move', recoded: 'recode', renamed: 'rename' } as const)[result]
  addAct(work, row, { kind, from: [{ unitId: unit.unitId }], set })
}

/** Territories of the levels the list speaks of, under its root, that it neither names nor lets go on in another. */
function endMissing(work: Work): void {
  const levels = new Set(work.rows.map(({ level }) => level))
  const scope = work.rootId === null ? work.today : unitsUnder(work.structure, work.rootId, work.asOf)
  for (const unit of scope) {
    if (!isTerritory(unit.kind) || !levels.has(unit.level) || work.claimed.has(unit.unitId)) continue
    if (unit.unitId === work.rootId) continue
    const { code, name, unitId } = unit
    work.differences.push({ row: null, result: 'ended', code, name, before: name, unitId, problem: null })
    addAct(work, null, { kind: 'dissolve', from: [{ unitId }], withSubunits: true })
  }
}

function claim(work: Work, row: ListedRow, unit: UnitVersion, result: ImportResult, before: string): void {
  work.claimed.set(unit.unitId, row.row)
  work.refs.set(row.row, { unitId: unit.unitId })
  put(work, row, result, before, unit.unitId)
}

function put(work: Work, row: ListedRow, result: ImportResult, before: string | null, unitId: string | null): void {
  const { row: number, code, name } = row
  work.differences.push({ row: number, result, code, name, before, unitId, problem: null })
}

function refuse(
  work: Work,
  row: ListedRow,
  code: string,
  values: Readonly<Record<string, string | number>>,
  unit?: UnitVersion,
): void {
  // What stands under a refused row would be refused for that reason alone; it is shown as it would otherwise be.
  if (unit) work.claimed.set(unit.unitId, row.row)
  work.refs.set(row.row, unit ? { unitId: unit.unitId } : { key: keyOf(row) })
  work.differences.push({
    row: row.row,
    result: 'refused',
    code: row.code,
    name: row.name,
    before: unit?.name ?? null,
    unitId: unit?.unitId ?? null,
    problem: { code, values: { row: row.row, code: row.code ?? '', name: row.name, ...values } },
  })
}

function addAct(work: Work, row: ListedRow | null, fields: Partial<Act> & Pick<Act, 'kind'>): void {
  work.acts.push({
    from: [],
    to: [],
    withSubunits: false,
    basis: 'none',
    shares: [],
    article: null,
    note: null,
    ...fields,
  })
  work.actRows.push(row?.row ?? null)
}

function newUnit(row: KnownRow, parent: UnitRef | null): NewUnit {
  const { code, name, shortName, kind, level } = row
  return { key: keyOf(row), code, name, shortName, kind, level, parent }
}

function keyOf({ row }: ListedRow): string {
  return `row-${row}`
}

/** A name without the kind it begins with: `Phường Vũng Tàu` → `vũng tàu`. */
function bareName(name: string): string {
  return placeName(name).replace(/^(phường|xã|thị trấn|đặc khu|thành phố|tỉnh|huyện|quận|thị xã) /u, '')
}
