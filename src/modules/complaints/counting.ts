import type { Day } from '#kernel/calendar.ts'
import { ensureDefinitions, type RecordContext, recordFacts } from '#modules/indicators/index.ts'
import { findUnitAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Preparation } from '#server/module.ts'
import { type Counted, countsOf, INDICATOR_DEFINITIONS, MEASURE_DEFINITIONS } from './domain/figures.ts'
import { type ComplaintRow, listUncounted } from './store/complaints.ts'
import { type CountedRow, keepCounted, listCounted } from './store/counting.ts'

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
    return unitId === null ? [] : [{ measure, day, unitId }]
  })
  const isSame = (a: Omit<CountedRow, 'complaintId' | 'factId'>, b: typeof a) =>
    a.measure === b.measure && a.day === b.day && a.unitId === b.unitId
  const takenBack = kept.filter((one) => !wanted.some((other) => isSame(one, other)))
  const added = wanted.filter((one) => !kept.some((other) => isSame(one, other)))
  const subject = { kind: 'complaint', id: row.id, label: row.number }
  const ids = await recordFacts({ ...context, actor: SYSTEM }, [
    ...takenBack.map(({ factId, complaintId: _id, ...rest }) => ({
      ...rest,
      value: '-1',
      subject,
      correctsId: factId,
      reason,
    })),
    ...added.map((one) => ({ ...one, value: '1', subject })),
  ])
  const factIds = ids.slice(takenBack.length)
  await keepCounted(
    tx,
    takenBack,
    added.map((one, place) => ({ ...one, complaintId: row.id, factId: factIds[place] ?? '' })),
  )
}

/** Where it counts on a day: at the unit that has it; before that unit was there, where it counted or at the one it is about. */
function homeOf(structure: Structure, row: Row, kept: readonly CountedRow[], day: Day): string | null {
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
