import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Level, UnitKind } from '#modules/organisation/contract.ts'

/** Carries out an operation by its id; the caller knows the answer's shape from the contract. */
export type Perform = { perform<T = unknown>(operationId: string, input: unknown): Promise<T> }

export type UnitRow = {
  readonly slug: string
  readonly code: string | null
  readonly name: string
  readonly shortName: string | null
  readonly kind: UnitKind
  readonly level: Level
  readonly parent: string | null
  readonly predecessors: readonly string[]
}

/** The rows of a file of the demonstration's units. */
export async function readUnitRows(file: string): Promise<readonly UnitRow[]> {
  const text = await readFile(join(import.meta.dirname, 'data/organisation', `${file}.csv`), 'utf8')
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  return rows.map((row) => ({
    slug: row.slug ?? '',
    code: row.code || null,
    name: row.name ?? '',
    shortName: row.short_name || null,
    // The files are ours and are checked by the contract when they are loaded.
    kind: row.kind as UnitKind,
    level: (row.level ?? (file.startsWith('provinces') ? 'province' : 'commune')) as Level,
    parent: row.parent || null,
    predecessors: (row.predecessors ?? '').split(';').filter((code) => code !== ''),
  }))
}
