import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { onTime } from '#kernel/work-time/deadline.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import type { Context } from '#server/operation.ts'
import { complaintTopic, complaintUnitTopic, NOTICES_TOPIC } from './contract.ts'
import { type Closing, pausesOf } from './domain/asking.ts'
import { countOf } from './filing.ts'
import { insertAct } from './store/acts.ts'
import { type ComplaintRow, updateComplaint } from './store/complaints.ts'
import { closeEnquiry, type EnquiryRow, insertEnquiry, listEnquiries } from './store/enquiries.ts'
import { askClockOn } from './store/terms.ts'

type Acting = Pick<Context, 'tx' | 'now' | 'newId' | 'announce'>

/** Asks the citizen for more; one question at a time. What is late already stays late: its term does not stand still. */
export async function ask(context: Context, row: ComplaintRow, question: string): Promise<ComplaintRow> {
  const { tx, actor, now, newId, emit } = context
  if (row.askedAt !== null) throw new Problem('conflict', 'complaints/asked-already')
  const paused = (await askClockOn(tx, dayAt(now))) === 'paused' && onTime(now, row)
  const enquiry: EnquiryRow = {
    id: newId(),
    complaintId: row.id,
    unitId: row.unitId,
    question,
    askedAt: now,
    askedBy: actor.id,
    askedByName: actor.name,
    paused,
    closed: null,
    closedAt: null,
    reply: null,
  }
  await insertEnquiry(tx, enquiry)
  const fields = { askedAt: now, pausedAt: paused ? now : null, version: row.version + 1 }
  await updateComplaint(tx, row.id, fields)
  await keepAct(context, row, 'ask', actor)
  const { number, citizenId } = row
  await emit('complaints.asked-for-more', { complaintId: row.id, enquiryId: enquiry.id, number, citizenId })
  return { ...row, ...fields }
}

/** The question that waits for the citizen. Throws when none does, or another one than they saw. */
export async function requireQuestion({ tx }: Pick<Context, 'tx'>, { id }: ComplaintRow, enquiryId: string) {
  const open = (await listEnquiries(tx, [id])).find(({ closed }) => closed === null)
  if (open?.id !== enquiryId) throw new Problem('conflict', 'complaints/asked-no-more')
  return open
}

/**
 * The complaint when nobody is awaited any more; as it is when nobody was. A term that stood still runs on, and so the answer is due later.
 */
export async function noMoreAwaited(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  row: ComplaintRow,
  closed: Closing,
  reply: string | null = null,
): Promise<ComplaintRow> {
  const enquiries = await listEnquiries(tx, [row.id])
  const open = enquiries.find((one) => one.closed === null)
  if (!open) return row
  await closeEnquiry(tx, open.id, { closed, closedAt: now, reply })
  const dueAt = open.paused
    ? await dueAfter(
        { tx },
        row,
        enquiries.map((one) => (one === open ? { ...one, closedAt: now } : one)),
      )
    : row.dueAt
  const fields = { askedAt: null, pausedAt: null, dueAt, version: row.version + 1 }
  await updateComplaint(tx, row.id, fields)
  return { ...row, ...fields }
}

async function dueAfter({ tx }: Pick<Context, 'tx'>, row: ComplaintRow, closed: readonly EnquiryRow[]): Promise<Date> {
  const calendar = await loadCalendar(tx, row.countedUnitId)
  const { dueAt } = countOf(row.countedFrom, row.answerDays, calendar, pausesOf(closed, ''))
  return dueAt ?? row.dueAt
}

/** Keeps who did it in the way of the complaint, and tells the pages that show it. */
export async function keepAct(
  { tx, now, newId, announce }: Acting,
  row: Pick<ComplaintRow, 'id' | 'unitId'>,
  act: 'ask' | 'give-more' | 'take-back',
  by: { readonly id: string; readonly name: string },
): Promise<void> {
  const nowhere = { fromUnitId: null, toUnitId: null, assigneeName: null, reason: '' }
  await insertAct(tx, { id: newId(), complaintId: row.id, act, at: now, byId: by.id, byName: by.name, ...nowhere })
  for (const topic of [complaintTopic(row.id), complaintUnitTopic(row.unitId), NOTICES_TOPIC]) await announce(topic)
}
