import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type * as contract from './contract.ts'
import type { FieldRow, ProcessHead, VersionHead } from './store/tables.ts'

/** A version as it is shown. */
export function shownVersion(row: VersionHead): z.input<typeof contract.VersionHead> {
  const { decisionNumber, decisionOn, decisionKind } = row
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    validFrom: row.validFrom,
    validTo: row.validTo,
    name: { vi: row.nameVi, en: row.nameEn },
    fieldCode: row.fieldCode,
    onlineLevel: row.onlineLevel,
    demonstration: row.demonstration,
    decision:
      decisionNumber === null || decisionOn === null || decisionKind === null
        ? null
        : { number: decisionNumber, on: decisionOn, kind: decisionKind, announcer: row.announcer },
    publishedAt: row.publishedAt,
    changedAt: row.changedAt,
    revision: row.revision,
  }
}

export const shownField = ({ code, nameVi, nameEn }: FieldRow): contract.Field => ({
  code,
  name: { vi: nameVi, en: nameEn },
})

/** Processes as they are shown, with the names of their units today. */
export async function shownProcesses(
  tx: Tx,
  rows: readonly ProcessHead[],
  now: Date,
): Promise<z.input<typeof contract.ProcessHead>[]> {
  const structure = rows.some(({ unitId }) => unitId !== null) ? await loadStructure(tx) : null
  return rows.map((row) => ({
    id: row.id,
    unit:
      row.unitId === null || structure === null
        ? null
        : { id: row.unitId, name: findUnitAt(structure, row.unitId, dayAt(now))?.name ?? '' },
    number: row.number,
    state: row.state,
    note: row.note,
    publishedAt: row.publishedAt,
    changedAt: row.changedAt,
    revision: row.revision,
  }))
}

/** One process as it is shown. */
export async function shownProcess(tx: Tx, row: ProcessHead, now: Date): Promise<z.input<typeof contract.ProcessHead>> {
  const [shown] = await shownProcesses(tx, [row], now)
  if (!shown) throw new RangeError('One row is shown as one.')
  return shown
}
