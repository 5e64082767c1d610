import { fold, nfc } from '#kernel/text.ts'
import { readCsv } from './csv.ts'
import { kindOfName, LEVELS, type Level, UNIT_KINDS, type UnitKind } from './kinds.ts'

/** One unit as a list names it. */
export type ListedRow = {
  /** As a person counts it: in CSV the line of the table with the heading as 1, in JSON the place in reading order from 1. */
  readonly row: number
  readonly code: string | null
  readonly name: string
  readonly shortName: string | null
  readonly kind: UnitKind | null
  readonly level: Level | null
  /** The row under which it stands in a nested list; else its parent's code, if it states one. */
  readonly parentRow: number | null
  readonly parentCode: string | null
  readonly predecessors: readonly string[]
  /** The list says itself that code or name changed and the unit did not. */
  readonly sameUnit: boolean
}

export type FileProblem = { readonly code: string; readonly values: Readonly<Record<string, string | number>> }

const LONGEST_LIST = 20_000

/** Heading cells that are understood, in the form of `heading`. */
const COLUMNS = {
  code: ['code', 'ma', 'ma don vi', 'ma gso', 'ma px', 'ma phuong xa'],
  name: ['name', 'full name', 'ten', 'ten don vi', 'phuong xa', 'ten don vi hanh chinh'],
  shortName: ['short name', 'ten viet tat', 'ten ngan'],
  kind: ['kind', 'loai', 'loai hinh'],
  level: ['level', 'cap'],
  parentCode: ['parent code', 'ma cap tren', 'ma tp', 'ma tinh', 'ma tinh thanh pho', 'province code'],
  predecessors: ['predecessors', 'tien than', 'ma tien than'],
  sameUnit: ['same unit', 'cung don vi', 'cung mot don vi'],
} as const

/** The units a file lists, or why it cannot be read. */
export function readUnitFile(text: string, format: 'csv' | 'json'): readonly ListedRow[] | FileProblem {
  const rows = format === 'csv' ? fromCsv(text) : fromJson(text)
  if ('code' in rows) return rows
  if (rows.length > LONGEST_LIST) return { code: 'organisation/import-too-long', values: { limit: LONGEST_LIST } }
  return rows
}

function fromCsv(text: string): readonly ListedRow[] | FileProblem {
  const table = readCsv(text)
  if ('reason' in table) return { code: 'organisation/import-unreadable', values: table }
  const headings = (table[0] ?? []).map(heading)
  const column = (field: keyof typeof COLUMNS) =>
    headings.findIndex((name) => (COLUMNS[field] as readonly string[]).includes(name))
  if (column('name') < 0) return { code: 'organisation/column-missing', values: { column: 'name (ten)' } }
  const places = Object.fromEntries(Object.keys(COLUMNS).map((field) => [field, column(field as keyof typeof COLUMNS)]))
  return table.slice(1).flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return []
    const cell = (field: keyof typeof COLUMNS) => cells[places[field] ?? -1] ?? ''
    return [listed(index + 2, { ...fieldsOf(cell), parentRow: null })]
  })
}

type Fields = Readonly<Record<keyof typeof COLUMNS, string>> & { readonly parentRow: number | null }

function fieldsOf(cell: (field: keyof typeof COLUMNS) => string): Omit<Fields, 'parentRow'> {
  const [code, name, shortName, kind] = [cell('code'), cell('name'), cell('shortName'), cell('kind')]
  const [level, parentCode, predecessors, sameUnit] = [
    cell('level'),
    cell('parentCode'),
    cell('predecessors'),
    cell('sameUnit'),
  ]
  return { code, name, shortName, kind, level, parentCode, predecessors, sameUnit }
}

type JsonUnit = Readonly<Record<string, unknown>>

/** Provinces with their communes inside, as the general statistics office's lists are published: names of fields in any case. */
function fromJson(text: string): readonly ListedRow[] | FileProblem {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { code: 'organisation/import-unreadable', values: { reason: 'JSON' } }
  }
  const rows: ListedRow[] = []
  const add = (list: unknown, parentRow: number | null, depth: number): boolean => {
    if (!Array.isArray(list) || depth > 4) return false
    return list.every((item: unknown) => {
      if (typeof item !== 'object' || item === null) return false
      const unit = lowerKeys(item as JsonUnit)
      const row = rows.length + 1
      if (row > LONGEST_LIST + 1) return true
      rows.push(listed(row, { ...jsonFields(unit), parentRow }))
      const inside = unit.wards ?? unit.communes ?? unit.districts ?? unit.children
      return inside === undefined || inside === null || add(inside, row, depth + 1)
    })
  }
  const list = Array.isArray(parsed) ? parsed : [parsed]
  return add(list, null, 0) ? rows : { code: 'organisation/import-unreadable', values: { reason: 'JSON' } }
}

function jsonFields(unit: JsonUnit): Omit<Fields, 'parentRow'> {
  const text = (...names: string[]) => {
    const value = names.map((name) => unit[name]).find((one) => one !== undefined && one !== null)
    if (Array.isArray(value)) return value.map(String).join(';')
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  }
  return {
    code: text('code'),
    name: text('fullname', 'name'),
    shortName: text('shortname'),
    kind: text('kind'),
    level: text('level'),
    parentCode: text('parentcode', 'provincecode'),
    predecessors: text('predecessors'),
    sameUnit: text('sameunit'),
  }
}

function listed(row: number, fields: Fields): ListedRow {
  const clean = (text: string) =>
    nfc(text)
      .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
      .trim()
  const code = clean(fields.code).slice(0, 20) || null
  const name = clean(fields.name).slice(0, 200)
  const named = kindOfName(fields.kind) ?? kindOfName(name)
  const level = LEVELS.find((one) => one === fields.level) ?? named?.level ?? levelOfCode(code)
  const kind = UNIT_KINDS.find((one) => one === fields.kind) ?? named?.kind ?? kindOfCity(name, level)
  return {
    row,
    code,
    name,
    shortName: clean(fields.shortName).slice(0, 100) || null,
    kind,
    level,
    parentRow: fields.parentRow,
    parentCode: clean(fields.parentCode) || null,
    predecessors: fields.predecessors.split(/[;,\s]+/).filter((one) => one !== ''),
    sameUnit: /^(yes|true|1|x|co)$/.test(fold(fields.sameUnit)),
  }
}

/** GSO codes have two digits for a province, three for a district, five for a commune. */
function levelOfCode(code: string | null): Level | null {
  if (code === null || !/^\d+$/.test(code)) return null
  const levels: Readonly<Record<number, Level>> = { 2: 'province', 3: 'district', 5: 'commune' }
  return levels[code.length] ?? null
}

/** `Thành phố` is of central rank on the province's level and a province's city below it. */
function kindOfCity(name: string, level: Level | null): UnitKind | null {
  if (!fold(name).startsWith('thanh pho ')) return null
  if (level === 'province') return 'central-city'
  return level === 'district' ? 'provincial-city' : null
}

function heading(cell: string): string {
  return fold(cell)
    .replace(/[_\s]+/g, ' ')
    .trim()
}

function lowerKeys(unit: JsonUnit): JsonUnit {
  return Object.fromEntries(Object.entries(unit).map(([key, value]) => [key.toLowerCase().replaceAll('_', ''), value]))
}
