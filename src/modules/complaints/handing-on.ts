import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { whoHandled } from '#modules/cases/index.ts'
import type { Context } from '#server/operation.ts'
import { complaintTopic, complaintUnitTopic } from './contract.ts'
import { countComplaint } from './counting.ts'
import { courseAfterHandOn, type HandOnClock } from './domain/handing-on.ts'
import { freeUnitOf, involvedIn } from './domain/route.ts'
import { courseFrom } from './filing.ts'
import { stationsFrom } from './routing.ts'
import { insertAct } from './store/acts.ts'
import { addInvolved, type ComplaintRow, involvedIds, updateComplaint } from './store/complaints.ts'
import { handOnClockOn } from './store/terms.ts'
import { tell } from './telling.ts'

type Acting = Pick<Context, 'tx' | 'now' | 'newId' | 'emit' | 'announce'>
type By = { readonly id: string; readonly name: string }
/** Why it goes on, as its citizen reads it; empty: units were reorganised. */
type Wish = { readonly reason: string; readonly clock?: HandOnClock; readonly by: By }
type Destination = { readonly unitId: string; readonly involved: ReadonlyMap<string, { readonly accused: boolean }> }

/**
 * Where a complaint ends up that is handed on to a unit: from there upwards at the first at which somebody answers who is not involved, as
 * when it was filed. Whom the citizen named is looked for there anew. null: nobody there may answer it.
 */
export async function destinationOf(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  row: ComplaintRow,
  asked: string,
): Promise<Destination | null> {
  const { chain, people } = await stationsFrom(tx, asked, now)
  const handlers = row.caseId === null ? [] : await whoHandled(tx, row.caseId)
  const involved = involvedIn(row.topic, row.officerName, { handlers, others: people })
  const unitId = freeUnitOf(chain, new Set([...(await involvedIds(tx, row.id)), ...involved.keys()]))
  return unitId === null ? null : { unitId, involved }
}

/** The same. Throws when nobody there may answer it, and when it is there already. */
export async function requireDestination(context: Pick<Context, 'tx' | 'now'>, row: ComplaintRow, asked: string) {
  const found = await destinationOf(context, row, asked)
  if (!found) throw new Problem('rule-broken', 'complaints/nobody-there')
  if (found.unitId === row.unitId) throw new Problem('rule-broken', 'complaints/there-already')
  return found
}

/**
 * Gives an open complaint to another unit: its number, its way and its files stay, whoever had it has it no more. Runs as the platform, as
 * the complaint leaves the sight of whoever hands it on.
 */
export async function handOn(
  context: Acting,
  row: ComplaintRow,
  { unitId, involved }: Destination,
  wish: Wish,
): Promise<ComplaintRow> {
  const { tx, now, newId, emit, announce } = context
  await addInvolved(tx, row.id, involved)
  const clock = wish.clock ?? (await handOnClockOn(tx, dayAt(now)))
  const course = courseAfterHandOn(row, await courseFrom(tx, unitId, now), clock)
  const { countedFrom, countedUnitId, answerDays, dueAt, refuseDays, refuseBy } = course
  const counted = { countedFrom, countedUnitId, answerDays, dueAt, refuseDays, refuseBy }
  const fields = { ...counted, unitId, assigneeId: null, assigneeName: null, version: row.version + 1 }
  await updateComplaint(tx, row.id, fields)
  const after = { ...row, ...fields }
  const between = { fromUnitId: row.unitId, toUnitId: unitId, assigneeName: null, reason: wish.reason }
  const by = { byId: wish.by.id, byName: wish.by.name }
  const actId = newId()
  await insertAct(tx, { id: actId, complaintId: row.id, act: 'hand-on', at: now, ...by, ...between })
  await countComplaint(context, after, `Chuyển phản ánh ${row.number}`)
  await tell(context, after, 'handed-on')
  await emit('complaints.handed-on', { complaintId: row.id, actId, number: row.number, citizenId: row.citizenId })
  for (const topic of [complaintTopic(row.id), complaintUnitTopic(row.unitId), complaintUnitTopic(unitId)])
    await announce(topic)
  return after
}
