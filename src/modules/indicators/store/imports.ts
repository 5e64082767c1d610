import type { Tx } from '#server/db.ts'

export type ImportRow = {
  readonly id: string
  readonly sourceName: string
  readonly fileId: string | null
  readonly sha256: string | null
  readonly accepted: number
  readonly refused: number
  readonly at: Date
  readonly byId: string
  readonly byName: string
}

/** Keeps where values came from. */
export async function insertImport(tx: Tx, row: ImportRow): Promise<void> {
  await tx.$extendTables<{ 'indicators.import': ImportRow }>().insertInto('indicators.import').values(row).execute()
}
