import { createHash } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { type CaseThen, caseAfterAct, openFile } from '#modules/cases/index.ts'
import type { Tx } from '#server/db.ts'
import type { Profile } from '../domain/profile.ts'
import type { Dossier } from '../domain/record.ts'
import type { Outcome } from '../domain/sending.ts'
import { toDossier, toProgress } from '../domain/write-record.ts'
import type { Portal } from '../gateways/portal.ts'
import { keepUploaded, listUploaded } from '../store/comparing.ts'
import { findLinkByCode, updateLink } from '../store/outgoing.ts'
import type { LinkRow, OutgoingRow } from '../store/tables.ts'
import { factsOfCase, progressOfCase } from './facts-of-case.ts'
import { ownOrigin } from './place.ts'

export type Speaking = { readonly tx: Tx; readonly now: Date; readonly portal: Portal; readonly profile: Profile }
export type Sent = { readonly outcome: Outcome; readonly digest: string | null }

/** Sends one part, made from the case as it was after the act. The id of the part is the key under which the portal counts it once. */
export async function sendPart(speaking: Speaking, link: LinkRow, row: OutgoingRow): Promise<Sent> {
  const { tx, portal, profile } = speaking
  if (row.part === 'code') return { outcome: await takeCode(speaking, link, row.id), digest: null }
  const then = await caseAfterAct(tx, row.caseId, row.act)
  if (row.part === 'files') return { outcome: await sendFiles(speaking, then, row.id), digest: null }
  if (row.part === 'progress') {
    const progress = toProgress(progressOfCase(then, link.nationalCode ?? link.code), profile)
    return { outcome: await portal.progress(row.id, progress), digest: digestOf(progress) }
  }
  const dossier = await dossierOf(tx, then, link, profile)
  const isKnown = link.known || (row.attempts > 0 && (await isThere(portal, dossier.MaHoSo)))
  const isStatus = row.part === 'status' || (profile.variant === 'flow-2026' && isKnown)
  const outcome = await (isStatus ? portal.status(row.id, dossier) : portal.record(row.id, dossier, isKnown))
  if (outcome.kind === 'taken' && !link.known) await updateLink(tx, link.caseId, { known: true })
  return { outcome, digest: digestOf(dossier) }
}

/** The record of a case as the portal is told of it. */
export async function dossierOf(tx: Tx, then: CaseThen, link: LinkRow, profile: Profile): Promise<Dossier> {
  const uploaded = new Map((await listUploaded(tx, link.caseId)).map((one) => [one.fileId, one.nationalId]))
  const around = { ...link, origin: ownOrigin(), databaseCode: profile.databaseCode, uploaded }
  return toDossier(factsOfCase(then, around), profile)
}

async function takeCode({ tx, portal }: Speaking, link: LinkRow, key: string): Promise<Outcome> {
  if (link.nationalCode !== null) return { kind: 'taken' }
  const told = await portal.nextCode(key)
  if (told.kind !== 'told') return told
  const other = await findLinkByCode(tx, told.value)
  if (other && other.caseId !== link.caseId) return { kind: 'refused', code: 'code-of-another' }
  await updateLink(tx, link.caseId, { nationalCode: told.value })
  return { kind: 'taken' }
}

/** Papers and results with a file that did not go up yet. One that must not be opened here stays here. */
async function sendFiles({ tx, now, portal }: Speaking, then: CaseThen, key: string): Promise<Outcome> {
  const caseId = then.row.id
  const there = new Set((await listUploaded(tx, caseId)).map(({ fileId }) => fileId))
  const fileIds = [...then.papers, ...then.results].flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))
  for (const fileId of new Set(fileIds)) {
    if (there.has(fileId)) continue
    const file = await safeFile(tx, fileId, now)
    if (file === null) continue
    const told = await portal.upload(`${key}:${fileId}`, file)
    if (told.kind !== 'told') return told
    await keepUploaded(tx, { caseId, fileId, nationalId: told.value.id, hash: told.value.hash, at: now })
  }
  return { kind: 'taken' }
}

async function safeFile(tx: Tx, fileId: string, now: Date) {
  try {
    return (await openFile(tx, fileId, now)).file
  } catch (thrown) {
    if (thrown instanceof Problem) return null
    throw thrown
  }
}

async function isThere(portal: Portal, code: string): Promise<boolean> {
  const told = await portal.lookUp(code)
  return told.kind === 'told' && told.value !== null
}

function digestOf(record: object): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex')
}
