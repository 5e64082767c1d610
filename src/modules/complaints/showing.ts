import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { onTime } from '#kernel/work-time/deadline.ts'
import { traceSentences } from '#kernel/work-time/words.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { findUnitAt, loadStructure, type Structure, scopesOver } from '#modules/organisation/index.ts'
import { findInForce } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import { findFiles } from '#server/files.ts'
import type { Context } from '#server/operation.ts'
import type { ComplaintAct, ComplaintDetail, ComplaintSummary, OwnComplaint } from './contract.ts'
import { pausesOf } from './domain/asking.ts'
import { countOf, dueAt } from './filing.ts'
import { type ActRow, listActs } from './store/acts.ts'
import { type ComplaintRow, isInvolved, listFiles, type Side } from './store/complaints.ts'
import { type EnquiryRow, listEnquiries } from './store/enquiries.ts'
import { findPublication } from './store/publications.ts'
import { termOn } from './store/terms.ts'

type Own = z.input<typeof OwnComplaint>

/** The name of a unit today; of one that has ended, as it was called last. */
export function unitNamer(structure: Structure, now: Date): (unitId: string) => string {
  const day = dayAt(now)
  return (unitId) => (findUnitAt(structure, unitId, day) ?? structure.byUnit.get(unitId)?.at(-1))?.name ?? ''
}

type Asked = Pick<Context, 'tx' | 'now'>
const actsOf = (tx: Tx, rows: readonly ComplaintRow[]): Promise<ActRow[]> =>
  listActs(
    tx,
    rows.map(({ id }) => id),
  )

/** Complaints as their citizen sees them. */
export async function showOwn(context: Asked, rows: readonly ComplaintRow[]): Promise<Own[]> {
  return showWith(context, rows, await actsOf(context.tx, rows))
}

async function showWith({ tx, now }: Asked, rows: readonly ComplaintRow[], acts: readonly ActRow[]): Promise<Own[]> {
  const nameOf = unitNamer(await loadStructure(tx), now)
  const ids = rows.map(({ id }) => id)
  const files = await listFiles(tx, ids)
  const known = await findFiles(
    tx,
    files.map(({ fileId }) => fileId),
  )
  const filesOf = (id: string, side: Side, enquiryId: string | null = null) =>
    files.flatMap((file) => {
      const isOne = file.complaintId === id && file.side === side && file.enquiryId === enquiryId
      const kept = isOne ? known.get(file.fileId) : undefined
      return kept ? [{ fileId: file.fileId, name: kept.name, mediaType: kept.mediaType, size: kept.size }] : []
    })
  const enquiries = await listEnquiries(tx, ids)
  const shown: Own[] = []
  for (const row of rows) {
    const { id, number, about, topic, state, caseCode, text, filedAt, dueAt, outcome, answer, answeredAt } = row
    const said = { id, number, about, topic, state, caseCode, text, filedAt, dueAt, outcome, answer, answeredAt }
    const asked = enquiries.filter((one) => one.complaintId === id)
    shown.push({
      ...said,
      askedAt: row.askedAt,
      pausedAt: row.pausedAt,
      enquiries: asked.map(({ id: enquiryId, unitId, question, askedAt, closed, closedAt, reply }) => ({
        id: enquiryId,
        unit: nameOf(unitId),
        question,
        askedAt,
        closed,
        closedAt,
        reply,
        files: filesOf(id, 'citizen', enquiryId),
      })),
      procedureName: await procedureName(tx, row, now),
      aboutUnit: nameOf(row.aboutUnitId),
      unit: nameOf(row.unitId),
      counted: await counted(tx, row, asked),
      onTime: isOnTime(row),
      handedOn: acts.flatMap((act) => (act.complaintId === id ? handing(act, nameOf) : [])),
      files: filesOf(id, 'citizen'),
      answerFiles: filesOf(id, 'office'),
    })
  }
  return shown
}

/** A handing on, without who did it. */
function handing({ fromUnitId, toUnitId, at, reason }: ActRow, nameOf: (unitId: string) => string) {
  return fromUnitId === null || toUnitId === null
    ? []
    : [{ at, from: nameOf(fromUnitId), to: nameOf(toUnitId), reason }]
}

/** Null while it is open. */
const isOnTime = ({ answeredAt, dueAt }: ComplaintRow) => (answeredAt === null ? null : onTime(answeredAt, { dueAt }))

async function procedureName(tx: Tx, { procedureCode }: ComplaintRow, now: Date) {
  const version = procedureCode === null ? undefined : await findInForce(tx, procedureCode, dayAt(now))
  return version?.content.name ?? null
}

const AWAITED = { vi: 'chờ công dân bổ sung thông tin', en: 'the citizen was asked for more' } as const

async function counted(tx: Tx, row: ComplaintRow, enquiries: readonly EnquiryRow[]) {
  const { countedUnitId, countedFrom, answerDays } = row
  const calendar = await loadCalendar(tx, countedUnitId)
  const told = (language: 'vi' | 'en') => {
    const { trace } = countOf(countedFrom, answerDays, calendar, pausesOf(enquiries, AWAITED[language]))
    return [...traceSentences(trace, language)]
  }
  return { vi: told('vi'), en: told('en') }
}

/** One line of a list. */
export function summary(row: ComplaintRow, nameOf: (unitId: string) => string): z.input<typeof ComplaintSummary> {
  const { id, number, about, topic, state, caseCode, filedAt, dueAt, askedAt, pausedAt, answeredAt, assigneeName } = row
  const units = { aboutUnit: nameOf(row.aboutUnitId), unit: nameOf(row.unitId) }
  const said = { id, number, about, topic, state, caseCode, filedAt, dueAt, answeredAt, assigneeName }
  return { ...said, askedAt, pausedAt, onTime: isOnTime(row), ...units }
}

/** A complaint as an official sees it, with what they may do. */
export async function showComplaint(context: Context, row: ComplaintRow): Promise<z.input<typeof ComplaintDetail>> {
  const acts = await actsOf(context.tx, [row])
  const [own] = await showWith(context, [row], acts)
  if (!own) throw new Error('A row gives a complaint.')
  const { caseId, officerName, refuseBy, answeredByName, seenAt, assigneeId, assigneeName, version } = row
  const involved = await isInvolved(context.tx, row.id, context.actor.id)
  const rest = { caseId, officerName, refuseBy, answeredByName, seenAt, assigneeId, assigneeName, version, involved }
  const found = await findPublication(context.tx, row.id)
  const publication = found && found.withdrawnAt === null ? found : null
  return {
    ...own,
    ...rest,
    acts: await shownActs(context, acts),
    askBy: await askBy(context, row, acts),
    publication,
    may: involved ? [] : await possible(context, row, publication !== null),
  }
}

/** Counted like the time in which it may be refused: from when the unit got it. */
async function askBy({ tx }: Context, { filedAt, unitId }: ComplaintRow, acts: readonly ActRow[]): Promise<Date> {
  const from = acts.findLast(({ act }) => act === 'hand-on')?.at ?? filedAt
  return dueAt(from, await termOn(tx, 'ask', dayAt(from)), await loadCalendar(tx, unitId))
}

async function shownActs({ tx, now }: Context, acts: readonly ActRow[]): Promise<z.input<typeof ComplaintAct>[]> {
  const nameOf = unitNamer(await loadStructure(tx), now)
  return acts.map(({ act, at, byName, fromUnitId, toUnitId, assigneeName, reason }) => ({
    act,
    at,
    // What the platform did by itself is nobody's act.
    byName: act === 'give-more' || (reason === '' && act === 'hand-on') ? null : byName,
    from: fromUnitId && nameOf(fromUnitId),
    to: toUnitId && nameOf(toUnitId),
    assigneeName,
    reason,
  }))
}

async function possible(
  { tx, actor, now }: Context,
  row: ComplaintRow,
  isPublic: boolean,
): Promise<ComplaintDetail['may']> {
  const holds = await scopesOver({ tx, actor }, ['complaints:answer'], [row.unitId])
  if (row.state === 'refused' || !holds('complaints:answer', row.unitId)) return []
  if (row.state === 'answered') return isPublic ? ['publish', 'withdraw'] : ['publish']
  const asking = row.askedAt === null ? ('ask' as const) : ('take-back' as const)
  return ['answer', ...(now <= row.refuseBy ? (['refuse'] as const) : []), asking, 'hand-on', 'assign']
}
