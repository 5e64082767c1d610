import { dayAt } from '#kernel/calendar.ts'
import { findDecisions, findUnitAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { CaseRow } from '../domain/case.ts'
import { listCasesOwedBy, listUnitsOwing } from '../store/open.ts'
import { type Acting, saveAct } from './acting.ts'
import { endingOf, heirOf } from './succession.ts'

/** So many cases pass in one transaction. */
const BATCH = 200

/**
 * Cases of units that have ended pass to the one unit that follows each, as far as one transaction goes; whether there are more. Code,
 * deadline and history stay. Where several units follow, a person decides.
 */
export async function passOn(context: Acting): Promise<boolean> {
  const { tx, now } = context
  const structure = await loadStructure(tx)
  const today = dayAt(now)
  const ended = (await listUnitsOwing(tx)).filter((unitId) => !findUnitAt(structure, unitId, today))
  const heirs = new Map<string, string>()
  for (const unitId of ended) {
    const heir = heirOf(structure, unitId, now)
    if (heir !== null) heirs.set(unitId, heir)
  }
  if (heirs.size === 0) return false
  const decisions = await decisionsBehind(context, structure, [...heirs.keys()])
  const rows = await listCasesOwedBy(tx, [...heirs.keys()], { limit: BATCH, lock: true })
  for (const row of rows) await handOver(context, row, heirs, decisions)
  return rows.length === BATCH
}

async function handOver(
  context: Acting,
  row: CaseRow,
  heirs: ReadonlyMap<string, string>,
  decisions: ReadonlyMap<string, string>,
): Promise<void> {
  const standing = (unitId: string) => heirs.get(unitId) ?? unitId
  const decision = [row.competentUnitId, row.unitId, row.receivedUnitId]
    .map((unitId) => decisions.get(unitId))
    .find((number) => number !== undefined)
  const competentUnitId = standing(row.competentUnitId)
  const { id, name } = context.actor
  await saveAct(
    context,
    { row, by: { id, name, unitId: competentUnitId } },
    {
      act: 'transfer',
      toUnitId: standing(row.unitId),
      details: {
        note: 'Sắp xếp đơn vị hành chính',
        competentUnitId,
        receivedUnitId: standing(row.receivedUnitId),
        ...(decision !== undefined && { decision }),
      },
    },
  )
}

/** The numbers of the decisions by which units ended. */
async function decisionsBehind({ tx }: Acting, structure: Structure, unitIds: readonly string[]) {
  const ids = new Map(unitIds.map((unitId) => [unitId, endingOf(structure, unitId)?.decisionId ?? null]))
  const known = await findDecisions(
    tx,
    [...ids.values()].filter((id) => id !== null),
  )
  const numbers = new Map(known.map(({ id, number }) => [id, number]))
  const found = new Map<string, string>()
  for (const [unitId, id] of ids) {
    const number = id === null ? undefined : numbers.get(id)
    if (number !== undefined) found.set(unitId, number)
  }
  return found
}
