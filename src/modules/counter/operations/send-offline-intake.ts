import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { receiptOf, receiveNew } from '#modules/cases/index.ts'
import { type Actor, type Context, operation, toDetail } from '#server/operation.ts'
import { sendOfflineIntake as contract, countersTopic, type IntakeAnswer, OfflineContent } from '../contract.ts'
import { leaseFault } from '../domain/lease.ts'
import { onArrival } from '../domain/queue.ts'
import { requireOwn } from '../own-device.ts'
import { hashOfContent, isSigned } from '../signing.ts'
import { findDevice } from '../store/devices.ts'
import { alone, findByNumber, findIntake, lockIntake, putIntake } from '../store/intakes.ts'
import { findLeaseForUpdate } from '../store/leases.ts'
import type { LeaseRow } from '../store/tables.ts'

type Sent = z.output<typeof contract.input>
type Arrived = Sent & { readonly contentHash: string; readonly lease: LeaseRow }
type Answer = z.input<typeof IntakeAnswer>

export const sendOfflineIntake = operation(contract, async (context, sent): Promise<Answer> => {
  const { tx, actor } = context
  const device = requireOwn(await findDevice(tx, sent.deviceId), actor)
  const contentHash = hashOfContent(sent.content)
  if (!isSigned({ ...sent, contentHash }, device))
    throw new Problem('rule-broken', 'counter/bad-signature', 'The counter did not sign this.')
  await lockIntake(tx, sent.itemId)
  const lease = await findLeaseForUpdate(tx, sent.leaseId)
  if (lease?.deviceId !== device.id) throw new Problem('not-found', 'counter/no-lease')
  const known = await findIntake(tx, sent.itemId)
  switch (onArrival(known, contentHash)) {
    case 'again':
      return receiptAnswer(context, known?.caseId ?? '')
    case 'differs':
      throw new Problem('conflict', 'counter/received-otherwise', '', { values: { code: known?.code ?? '' } })
    case 'given-up':
      throw new Problem('conflict', 'counter/given-up')
    case 'receive':
      return arrive(context, { ...sent, contentHash, lease })
  }
})

/** Receives it, or keeps on record why not: what a refused try wrote of a case is gone, its dossier number with it. */
async function arrive(context: Context<Actor>, arrived: Arrived): Promise<Answer> {
  const { tx } = context
  const there = await findByNumber(tx, arrived.leaseId, arrived.number)
  if (there && there.id !== arrived.itemId)
    throw new Problem('conflict', 'counter/number-taken', 'The number belongs to another intake.')
  try {
    const row = await alone(tx, () => receive(context, arrived))
    await put(context, arrived, { state: 'received', caseId: row.id, code: row.code, problem: null })
    return await receiptAnswer(context, row.id)
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    const { code, values, errors } = thrown
    await put(context, arrived, { state: 'refused', caseId: null, code: null, problem: code })
    return { state: 'explained', problem: { code, values: { ...values }, errors: errors.map(asShown) } }
  }
}

async function receive(context: Context<Actor>, { lease, number, takenAt, content, files }: Arrived) {
  const at = new Date(takenAt)
  const fault = leaseFault(lease, { number, takenAt: at }, context.now)
  if (fault !== null) throw new Problem('rule-broken', fault)
  const { intake, scans } = readContent(content)
  const unscanned = scans.find(({ paper }) => files[paper] === undefined)
  if (unscanned) throw new Problem('rule-broken', 'counter/file-missing', '', { values: { paper: unscanned.paper } })
  const papers = intake.papers.map((paper) => ({ ...paper, fileId: files[paper.code] ?? paper.fileId }))
  // A clock that is a moment ahead is no reason to send somebody's case back.
  const receivedAt = (at > context.now ? context.now : at).toISOString()
  return receiveNew(context, { ...intake, receivedUnitId: lease.unitId, papers, receivedAt })
}

function readContent(text: string): OfflineContent {
  const parsed = OfflineContent.safeParse(parsedJson(text))
  if (parsed.success) return parsed.data
  throw new Problem('invalid-input', 'platform/invalid-input', 'Some fields are not right.', {
    errors: parsed.error.issues.slice(0, 100).map((issue) => {
      const { path, ...rest } = toDetail(issue)
      return { ...rest, path: path.replace(/^intake\./, '') }
    }),
  })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('invalid-input', 'counter/unreadable-content', 'The content is no JSON.')
  }
}

type Outcome = {
  readonly state: 'received' | 'refused'
  readonly caseId: string | null
  readonly code: string | null
  readonly problem: string | null
}

async function put({ tx, now, announce }: Context<Actor>, arrived: Arrived, outcome: Outcome): Promise<void> {
  const { itemId: id, leaseId, number, contentHash, signature, lease } = arrived
  const place = { id, leaseId, number, unitId: lease.unitId, takenAt: new Date(arrived.takenAt) }
  await putIntake(tx, { ...place, contentHash, signature, ...outcome, reason: null, cameAt: now })
  await announce(countersTopic(lease.unitId))
}

async function receiptAnswer({ tx }: Context<Actor>, caseId: string): Promise<Answer> {
  const { code, secret, receivedAt, dueAt } = await receiptOf(tx, caseId)
  return { state: 'received', caseId, code, secret, receivedAt, dueAt }
}

function asShown({ values, ...detail }: Problem['errors'][number]) {
  return { ...detail, ...(values && { values: { ...values } }) }
}
