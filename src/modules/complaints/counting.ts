import type { Day } from '#kernel/calendar.ts'
import { differenceOf, type Kept } from '#kernel/counted.ts'
import { isAnyDiscontent, keepDiscontent } from '#modules/cases/index.ts'
import { ensureDefinitions, type RecordContext, recordDifference } from '#modules/indicators/index.ts'
import { findUnitAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Preparation } from '#server/module.ts'
import { type Counted, countsOf, INDICATOR_DEFINITIONS, MEASURE_DEFINITIONS } from './domain/figures.ts'
import { type ComplaintRow, listCasesComplainedOf, listUncounted } from './store/complaints.ts'
import { keepCounted, listCounted } from './store/counting.ts'

type Context = Pick<RecordContext, 'tx' | 'now' | 'newId' | 'announce'>
type Row = Counted & Pick<ComplaintRow, 'id' | 'number' | 'unitId' | 'aboutUnitId'>

/**
 * Brings the facts of a complaint up to what it counts for, in the transaction of the act: what is new, and what is taken back because
 * another unit has it. Doing it again records nothing. No citizen stands in a fact.
 */
export async function countComplaint(context: Context, row: Row, reason: string): Promise<void> {
  const { tx } = context
  const [kept, structure] = [await listCounted(tx, row.id), await loadStructure(tx)]
  const wanted = countsOf(row).flatMap(({ measure, day }) => {
    const unitId = homeOf(structure, row, kept, day)
    return unitId === null ? [] : [{ measure, day, unitId, value: 1 }]
  })
  const difference = differenceOf(kept, wanted)
  const subject = { kind: 'complaint', id: row.id, label: row.number }
  const added = await recordDifference({ ...context, actor: SYSTEM }, { subject, difference, reason })
  await keepCounted(tx, row.id, difference.takenBack, added)
}

/** Where it counts on a day: at the unit that has it; before that unit was there, where it counted or at the one it is about. */
function homeOf(structure: Structure, row: Row, kept: readonly Kept[], day: Day): string | null {
  const places = [row.unitId, ...kept.map(({ unitId }) => unitId), row.aboutUnitId]
  return places.find((unitId) => findUnitAt(structure, unitId, day)) ?? null
}

/** The measures and indicators of complaints, for any installation; what officials have changed stays as they made it. */
export async function defineComplaintFigures(context: Preparation): Promise<void> {
  await ensureDefinitions(context, { measures: MEASURE_DEFINITIONS, indicators: INDICATOR_DEFINITIONS })
}

/** Complaints from before there were figures of them, a few at each start. */
export async function countEarlier(preparation: Preparation): Promise<void> {
  // Nobody watches a figure before the start.
  const context = { ...preparation, announce: async () => undefined }
  for (const row of await listUncounted(context.tx, 5000)) await countComplaint(context, row, 'Đếm lần đầu')
}

/** Of which cases somebody complained before the index asked, told once. */
export async function tellOfEarlier({ tx }: Pick<Preparation, 'tx'>): Promise<void> {
  if (await isAnyDiscontent(tx, 'complaint')) return
  for (const { caseId, at } of await listCasesComplainedOf(tx)) await keepDiscontent(tx, caseId, 'complaint', at)
}
