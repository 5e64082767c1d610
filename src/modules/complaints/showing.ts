import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { Problem } from '#kernel/problem.ts'
import { onTime } from '#kernel/work-time/deadline.ts'
import { traceSentences } from '#kernel/work-time/words.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { openFile } from '#modules/cases/index.ts'
import { findUnitAt, loadStructure, type Structure, scopesOver } from '#modules/organisation/index.ts'
import { findInForce } from '#modules/procedures/index.ts'
import { writeAudit } from '#server/audit.ts'
import type { Tx } from '#server/db.ts'
import { findFiles } from '#server/files.ts'
import type { Context } from '#server/operation.ts'
import type { ComplaintDetail, ComplaintSummary, OwnComplaint } from './contract.ts'
import { countOf } from './filing.ts'
import { type ComplaintRow, findComplaint, findComplaintForUpdate, isInvolved, listFiles } from './store.ts'

type Own = z.input<typeof OwnComplaint>

/** The name of a unit today; of one that has ended, as it was called last. */
export function unitNamer(structure: Structure, now: Date): (unitId: string) => string {
  const day = dayAt(now)
  return (unitId) => (findUnitAt(structure, unitId, day) ?? structure.byUnit.get(unitId)?.at(-1))?.name ?? ''
}

/** Complaints as their citizen sees them. */
export async function showOwn({ tx, now }: Pick<Context, 'tx' | 'now'>, rows: readonly ComplaintRow[]): Promise<Own[]> {
  const nameOf = unitNamer(await loadStructure(tx), now)
  const files = await listFiles(
    tx,
    rows.map(({ id }) => id),
  )
  const known = await findFiles(
    tx,
    files.map(({ fileId }) => fileId),
  )
  const filesOf = (id: string, side: 'citizen' | 'office') =>
    files.flatMap((file) => {
      const kept = file.complaintId === id && file.side === side ? known.get(file.fileId) : undefined
      return kept ? [{ fileId: file.fileId, name: kept.name, mediaType: kept.mediaType, size: kept.size }] : []
    })
  const shown: Own[] = []
  for (const row of rows) {
    const { id, number, about, topic, state, caseCode, text, filedAt, dueAt, outcome, answer, answeredAt } = row
    const said = { id, number, about, topic, state, caseCode, text, filedAt, dueAt, outcome, answer, answeredAt }
    shown.push({
      ...said,
      procedureName: await procedureName(tx, row, now),
      aboutUnit: nameOf(row.aboutUnitId),
      unit: nameOf(row.unitId),
      counted: await counted(tx, row),
      onTime: isOnTime(row),
      files: filesOf(id, 'citizen'),
      answerFiles: filesOf(id, 'office'),
    })
  }
  return shown
}

/** Null while it is open. */
const isOnTime = ({ answeredAt, dueAt }: ComplaintRow) => (answeredAt === null ? null : onTime(answeredAt, { dueAt }))

async function procedureName(tx: Tx, { procedureCode }: ComplaintRow, now: Date) {
  const version = procedureCode === null ? undefined : await findInForce(tx, procedureCode, dayAt(now))
  return version?.content.name ?? null
}

async function counted(tx: Tx, { unitId, filedAt, answerDays }: ComplaintRow) {
  const { trace } = countOf(filedAt, answerDays, await loadCalendar(tx, unitId))
  return { vi: [...traceSentences(trace, 'vi')], en: [...traceSentences(trace, 'en')] }
}

/** One line of a list. */
export function summary(row: ComplaintRow, nameOf: (unitId: string) => string): z.input<typeof ComplaintSummary> {
  const { id, number, about, topic, state, caseCode, filedAt, dueAt, answeredAt } = row
  const units = { aboutUnit: nameOf(row.aboutUnitId), unit: nameOf(row.unitId) }
  return { id, number, about, topic, state, caseCode, filedAt, dueAt, answeredAt, onTime: isOnTime(row), ...units }
}

/** A complaint as an official sees it, with what they may do. */
export async function showComplaint(context: Context, row: ComplaintRow): Promise<z.input<typeof ComplaintDetail>> {
  const [own] = await showOwn(context, [row])
  if (!own) throw new Error('A row gives a complaint.')
  const { caseId, officerName, refuseBy, answeredByName, seenAt, version } = row
  const involved = await isInvolved(context.tx, row.id, context.actor.id)
  const rest = { caseId, officerName, refuseBy, answeredByName, seenAt, version, involved }
  return { ...own, ...rest, may: involved ? [] : await possible(context, row) }
}

async function possible({ tx, actor, now }: Context, row: ComplaintRow): Promise<('answer' | 'refuse')[]> {
  const holds = await scopesOver({ tx, actor }, ['complaints:answer'], [row.unitId])
  if (row.state !== 'open' || !holds('complaints:answer', row.unitId)) return []
  return now <= row.refuseBy ? ['answer', 'refuse'] : ['answer']
}

/** The complaint in sight. Throws not-found otherwise, and logs that it was asked for. */
export async function readComplaint(context: Context, endpoint: Endpoint, complaintId: string): Promise<ComplaintRow> {
  const row = await findComplaint(context.tx, complaintId)
  if (!row) throw unknown(context, endpoint, complaintId)
  return row
}

/** The open complaint for who may close it: locked, in the version seen, by nobody who is involved. Throws each refusal. */
export async function openComplaint(
  context: Context,
  endpoint: Endpoint,
  { complaintId, version }: { readonly complaintId: string; readonly version: number },
): Promise<ComplaintRow> {
  const row = await findComplaintForUpdate(context.tx, complaintId)
  if (!row) throw unknown(context, endpoint, complaintId)
  if (await isInvolved(context.tx, complaintId, context.actor.id))
    throw new Problem('not-allowed', 'complaints/handled-by-you')
  if (row.state !== 'open') throw new Problem('conflict', 'complaints/ended')
  if (row.version !== version) throw new Problem('conflict', 'complaints/changed-meanwhile')
  return row
}

function unknown(context: Context, endpoint: Endpoint, complaintId: string): Problem {
  const { actor, now, requestId, client } = context
  const outcome = 'complaints/unknown'
  const act = { endpoint, actor, input: { complaintId }, outcome, at: now, requestId, client }
  context.defer((tx) => writeAudit(tx, act))
  return new Problem('not-found', outcome)
}

/** A file of a complaint in sight, to be downloaded. Throws not-found. */
export async function fileOf({ tx, now }: Context, complaintId: string, fileId: string) {
  const files = await listFiles(tx, [complaintId])
  if (!files.some((file) => file.fileId === fileId)) throw new Problem('not-found', 'platform/not-found')
  const { file, check } = await openFile(tx, fileId, now)
  return { name: file.name, mediaType: check.mediaType, bytes: file.bytes }
}
