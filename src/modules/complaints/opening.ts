import type { Endpoint } from '#kernel/endpoint.ts'
import { Problem } from '#kernel/problem.ts'
import { openFile } from '#modules/cases/index.ts'
import { writeAudit } from '#server/audit.ts'
import type { Context } from '#server/operation.ts'
import type { ComplaintState } from './domain/complaint.ts'
import { type ComplaintRow, findComplaint, findComplaintForUpdate, isInvolved, listFiles } from './store/complaints.ts'

/** The complaint in sight. Throws not-found otherwise, and logs that it was asked for. */
export async function readComplaint(context: Context, endpoint: Endpoint, complaintId: string): Promise<ComplaintRow> {
  const row = await findComplaint(context.tx, complaintId)
  if (!row) throw unknownComplaint(context, endpoint, complaintId)
  return row
}

type Asked = { readonly complaintId: string; readonly version: number }

/** The open complaint for who may close it: locked, in the version seen, by nobody who is involved. Throws each refusal. */
export function openComplaint(context: Context, endpoint: Endpoint, asked: Asked): Promise<ComplaintRow> {
  return complaintIn(context, endpoint, asked, ['open', 'complaints/ended'])
}

/** The citizen's own open complaint, locked; asked as the platform. Throws each refusal. */
export async function ownOpenComplaint(context: Context, endpoint: Endpoint, complaintId: string) {
  const row = await findComplaintForUpdate(context.tx, complaintId)
  if (row?.citizenId !== context.actor.id) throw unknownComplaint(context, endpoint, complaintId)
  if (row.state !== 'open') throw new Problem('conflict', 'complaints/ended')
  return row
}

/** The same of an answered one. */
export function answeredComplaint(context: Context, endpoint: Endpoint, asked: Asked): Promise<ComplaintRow> {
  return complaintIn(context, endpoint, asked, ['answered', 'complaints/not-answered'])
}

async function complaintIn(
  context: Context,
  endpoint: Endpoint,
  { complaintId, version }: Asked,
  [state, otherwise]: readonly [ComplaintState, string],
): Promise<ComplaintRow> {
  const row = await findComplaintForUpdate(context.tx, complaintId)
  if (!row) throw unknownComplaint(context, endpoint, complaintId)
  if (await isInvolved(context.tx, complaintId, context.actor.id))
    throw new Problem('not-allowed', 'complaints/handled-by-you')
  if (row.state !== state) throw new Problem('conflict', otherwise)
  if (row.version !== version) throw new Problem('conflict', 'complaints/changed-meanwhile')
  return row
}

/** Not found; that it was asked for is logged. */
export function unknownComplaint(context: Context, endpoint: Endpoint, complaintId: string): Problem {
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
