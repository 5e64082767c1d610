import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { deadlineOf, type Pause } from '#kernel/work-time/deadline.ts'
import type { WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { keepDiscontent, requireCheckedFile, whoHandled } from '#modules/cases/index.ts'
import type { Tx } from '#server/db.ts'
import type { Context } from '#server/operation.ts'
import { asPlatform } from './as-platform.ts'
import { complaintUnitTopic } from './contract.ts'
import { countComplaint } from './counting.ts'
import { MOST_A_DAY, numberOf, type Topic } from './domain/complaint.ts'
import type { Course } from './domain/handing-on.ts'
import { involvedIn, routeOf } from './domain/route.ts'
import { stationsFrom } from './routing.ts'
import { type ComplaintRow, countOfCitizen, insertComplaint, nextSerial } from './store/complaints.ts'
import { termOn } from './store/terms.ts'
import { tell } from './telling.ts'

const DAY_MS = 86_400_000

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
  const row = await asPlatform(context, null, () => placed(context, about, said))
  await context.emit('complaints.filed', { complaintId: row.id, unitId: row.unitId })
  await context.announce(complaintUnitTopic(row.unitId))
  return row
}

async function placed(context: Context, about: About, said: Said): Promise<ComplaintRow> {
  const { tx, actor, now, newId } = context
  const day = dayAt(now)
  const { chain, people } = await stationsFrom(tx, about.aboutUnitId, now)
  const handlers = about.caseId === null ? [] : await whoHandled(tx, about.caseId)
  const involved = involvedIn(said.topic, said.officerName, { handlers, others: people })
  const unitId = routeOf(chain, new Set(involved.keys()))
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
    ...(await courseFrom(tx, unitId, now)),
    askedAt: null,
    pausedAt: null,
    state: 'open',
    outcome: null,
    answer: null,
    answeredAt: null,
    answeredBy: null,
    answeredByName: null,
    seenAt: null,
    assigneeId: null,
    assigneeName: null,
    version: 1,
  }
  await insertComplaint(tx, row, { fileIds: said.fileIds, involved })
  await countComplaint(context, row, `Sửa phản ánh ${row.number}`)
  if (row.caseId !== null) await keepDiscontent(tx, row.caseId, 'complaint', now)
  await tell(context, row, 'filed')
  return row
}

/** The course of a complaint that a unit gets at a moment, under the terms of that day. */
export async function courseFrom(tx: Tx, unitId: string, now: Date): Promise<Course> {
  const day = dayAt(now)
  const calendar = await loadCalendar(tx, unitId)
  const [answerDays, refuseDays] = [await termOn(tx, 'answer', day), await termOn(tx, 'refuse', day)]
  return {
    countedFrom: now,
    countedUnitId: unitId,
    answerDays,
    refuseDays,
    dueAt: dueAt(now, answerDays, calendar),
    refuseBy: dueAt(now, refuseDays, calendar),
  }
}

/** How so many working days from a moment are counted; the first day is left out, and what it stands still. */
export const countOf = (from: Date, workingDays: number, calendar: WorkingCalendar, pauses: readonly Pause[] = []) =>
  deadlineOf({ receivedAt: from, term: { amount: workingDays, unit: 'working-days', rule: 'days' }, pauses }, calendar)

/** The moment to which they lead without a pause. */
export function dueAt(from: Date, workingDays: number, calendar: WorkingCalendar): Date {
  const due = countOf(from, workingDays, calendar).dueAt
  if (due === null) throw new Error('A term without a pause ends.')
  return due
}
