import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { deadlineOf } from '#kernel/work-time/deadline.ts'
import type { WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { requireCheckedFile, whoHandled } from '#modules/cases/index.ts'
import { holdersAt } from '#modules/identity/index.ts'
import { ancestorsOf, findUnitAt, listOfficialsAt, loadStructure } from '#modules/organisation/index.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import type { Context } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import { complaintUnitTopic } from './contract.ts'
import { MOST_A_DAY, numberOf, type Topic } from './domain/complaint.ts'
import { involvedIn, type Person, routeOf } from './domain/route.ts'
import { type ComplaintRow, countOfCitizen, insertComplaint, nextSerial, termOn } from './store.ts'

const DAY_MS = 86_400_000
const EVERYTHING = { all: true, own: [], subtree: [] } as const

type Said = {
  readonly topic: Topic
  readonly text: string
  readonly officerName: string
  readonly fileIds: readonly string[]
}
/** What it is about: a case with the unit that decides it, else a unit. */
type About = Pick<ComplaintRow, 'about' | 'caseId' | 'caseCode' | 'procedureCode' | 'aboutUnitId'>

/**
 * Keeps a complaint of the citizen who acts: with a number, a deadline, and the unit whose head answers it. Who that is, is decided by
 * the platform, past what a citizen sees. Throws each refusal.
 */
export async function fileComplaint(context: Context, about: About, said: Said): Promise<ComplaintRow> {
  const { tx, actor, now } = context
  if ((await countOfCitizen(tx, actor.id, new Date(now.getTime() - DAY_MS))) >= MOST_A_DAY)
    throw new Problem('too-many-requests', 'complaints/a-day', '', { values: { most: MOST_A_DAY } })
  for (const fileId of new Set(said.fileIds)) await requireCheckedFile(tx, fileId, actor)
  await setRowScope(tx, SYSTEM, EVERYTHING)
  const row = await placed(context, about, said)
  await setRowScope(tx, actor, null)
  await context.emit('complaints.filed', { complaintId: row.id, unitId: row.unitId })
  await context.announce(complaintUnitTopic(row.unitId))
  return row
}

async function placed(context: Context, about: About, said: Said): Promise<ComplaintRow> {
  const { tx, actor, now, newId } = context
  const day = dayAt(now)
  const chain = await chainOf(tx, about.aboutUnitId, now)
  const handlers = about.caseId === null ? [] : await whoHandled(tx, about.caseId)
  const others = [...chain.flatMap(({ people }) => people), ...(await peopleAt(tx, about.aboutUnitId, now))]
  const involved = involvedIn(said.topic, said.officerName, { handlers, others })
  const stations = chain.map(({ unitId, people }) => ({ unitId, heads: people.map(({ accountId }) => accountId) }))
  const unitId = routeOf(stations, new Set(involved.keys()))
  const calendar = await loadCalendar(tx, unitId)
  const [answerDays, refuseDays] = [await termOn(tx, 'answer', day), await termOn(tx, 'refuse', day)]
  const year = Number(day.slice(0, 4))
  const { topic, text, officerName } = said
  const row: ComplaintRow = {
    id: newId(),
    number: numberOf(year, await nextSerial(tx, year)),
    citizenId: actor.id,
    ...about,
    topic,
    text,
    officerName,
    unitId,
    filedAt: now,
    answerDays,
    refuseDays,
    dueAt: dueAt(now, answerDays, calendar),
    refuseBy: dueAt(now, refuseDays, calendar),
    state: 'open',
    outcome: null,
    answer: null,
    answeredAt: null,
    answeredBy: null,
    answeredByName: null,
    seenAt: null,
    version: 1,
  }
  await insertComplaint(tx, row, { fileIds: said.fileIds, involved })
  return row
}

/** How so many working days from a moment are counted; the first day is left out. */
export const countOf = (filedAt: Date, workingDays: number, calendar: WorkingCalendar) =>
  deadlineOf({ receivedAt: filedAt, term: { amount: workingDays, unit: 'working-days', rule: 'days' } }, calendar)

function dueAt(filedAt: Date, workingDays: number, calendar: WorkingCalendar): Date {
  const due = countOf(filedAt, workingDays, calendar).dueAt
  if (due === null) throw new Error('A term without a pause ends.')
  return due
}

/** The unit and those above it, nearest first, each with who answers complaints there. Throws when the unit does not stand. */
async function chainOf(tx: Tx, unitId: string, now: Date) {
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const unit = findUnitAt(structure, unitId, day)
  if (!unit || unit.kind === 'group') throw new Problem('rule-broken', 'complaints/unknown-unit')
  const path = [unit, ...ancestorsOf(structure, unitId, day)].filter(
    ({ kind }) => kind !== 'group' && kind !== 'country',
  )
  const chain: { unitId: string; people: readonly Person[] }[] = []
  for (const one of path)
    chain.push({ unitId: one.unitId, people: await holdersAt(tx, 'complaints:answer', one.unitId, day) })
  return chain
}

/** Officials of a unit who sign in. */
async function peopleAt(tx: Tx, unitId: string, now: Date): Promise<Person[]> {
  const officials = await listOfficialsAt(tx, unitId, dayAt(now))
  return officials.flatMap(({ accountId, name }) => (accountId === null ? [] : [{ accountId, name }]))
}
