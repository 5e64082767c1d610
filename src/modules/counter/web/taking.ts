import type { z } from 'zod'
import type { receiveNewCase } from '#modules/cases/contract.ts'
import type { IntakeDraft } from '#modules/cases/web/index.tsx'
import type { ProblemShown } from '../contract.ts'
import { provisionalNumber } from '../domain/lease.ts'
import { statementText } from '../domain/statement.ts'
import {
  all,
  get,
  type KeptItem,
  type KeptLease,
  type KeptScan,
  keepUnderNumber,
  move,
  type OpenCounter,
  put,
} from './kept.ts'
import { type OpenKeys, randomText, seal, sealJson, sha256, signText, unsealJson, utf8 } from './vault.ts'

/** What is said when a counter has no numbers left, or they have run out. */
export const NO_NUMBERS = 'counter/no-numbers'

/** What is sealed of an item. */
export type Inside = {
  readonly draft: IntakeDraft | null
  /** The text that was signed; empty once the server has it. */
  readonly content: string
  readonly subjectName: string
  readonly procedureName: { readonly vi: string; readonly en: string }
  readonly problem: ProblemShown | null
}

export type ScanAbout = {
  readonly title: string
  readonly pages: readonly { readonly name: string; readonly type: string; readonly sha256: string }[]
}

type Taken = {
  readonly draft: IntakeDraft
  readonly intake: z.input<typeof receiveNewCase.input>
  readonly procedureName: Inside['procedureName']
}

/** Keeps an intake under the counter's next number, signed. Null: there is no number to give. */
export async function take(counter: OpenCounter, taken: Taken): Promise<KeptItem | null> {
  return keepSigned(counter, crypto.randomUUID(), taken)
}

/** Keeps what was corrected of an item: under its own number, or a new one where its own no longer holds. */
export async function correct(counter: OpenCounter, item: KeptItem, taken: Taken, needsNumber: boolean) {
  if (needsNumber) return keepSigned(counter, item.id, taken)
  const signed = await signedItem(counter, item.id, taken, item)
  return move(item.id, 'correct', signed)
}

async function keepSigned(counter: OpenCounter, id: string, taken: Taken): Promise<KeptItem | null> {
  for (;;) {
    const lease = await usableLease(counter)
    if (!lease) return null
    const takenAt = new Date(Date.now() + lease.clockMs).toISOString()
    const item = await signedItem(counter, id, taken, {
      leaseId: lease.leaseId,
      number: lease.next,
      provisional: provisionalNumber(lease, counter.counter, lease.next),
      takenAt,
    })
    // Another tab may have given the number meanwhile: then the next one.
    if (await keepUnderNumber(item)) return item
  }
}

/** The lease whose numbers are given now: one that still runs and has some left, the one that ends first. */
export async function usableLease({ accountId, deviceId }: Pick<OpenCounter, 'accountId' | 'deviceId'>) {
  const now = Date.now()
  const usable = (await all('leases')).filter(
    (one) => one.accountId === accountId && one.deviceId === deviceId && isUsable(one, now),
  )
  return usable.toSorted((a, b) => a.validUntil.localeCompare(b.validUntil))[0]
}

export function isUsable(lease: KeptLease, now: number): boolean {
  return !lease.ended && lease.next <= lease.last && now + lease.clockMs < Date.parse(lease.validUntil)
}

type Place = Pick<KeptItem, 'leaseId' | 'number' | 'provisional' | 'takenAt'>

async function signedItem(counter: OpenCounter, id: string, taken: Taken, place: Place): Promise<KeptItem> {
  const { keys, accountId, deviceId } = counter
  const { leaseId, number, provisional, takenAt } = place
  const { intake, scans, pages, files } = await withScans(keys, taken.intake)
  const content = JSON.stringify({ salt: randomText(16), intake, scans: pages })
  const contentHash = await sha256(utf8(content))
  const statement = { itemId: id, deviceId, leaseId, number, takenAt, contentHash }
  const signature = await signText(keys, statementText(statement))
  const inside: Inside = {
    draft: taken.draft,
    content,
    subjectName: taken.draft.subject.name,
    procedureName: taken.procedureName,
    problem: null,
  }
  const sealed = await sealJson(keys, id, inside)
  const open = { state: 'kept', code: null, caseId: null } as const
  return {
    id,
    accountId,
    deviceId,
    leaseId,
    number,
    provisional,
    takenAt,
    contentHash,
    signature,
    ...open,
    scans,
    files,
    sealed,
  }
}

/** The intake without the ids of scans that are only here, and which scans these are, with the hashes of their pages. */
async function withScans(keys: OpenKeys, intake: Taken['intake']) {
  const scans: Record<string, string> = {}
  const pages: { paper: string; pages: string[] }[] = []
  const papers = []
  for (const paper of intake.papers ?? []) {
    const scan = paper.fileId ? await get('scans', paper.fileId) : undefined
    papers.push({ ...paper, fileId: scan ? null : (paper.fileId ?? null) })
    if (!scan) continue
    const about = await unsealJson<ScanAbout>(keys, scan.id, scan.about)
    scans[paper.code] = scan.id
    pages.push({ paper: paper.code, pages: about.pages.map((page) => page.sha256) })
  }
  return { intake: { ...intake, papers }, scans, pages, files: {} }
}

/** Keeps the pages of a paper, encrypted; the id under which a draft names them. */
export async function keepScan(counter: OpenCounter, pages: readonly File[], title: string): Promise<string> {
  const { keys, accountId } = counter
  const id = crypto.randomUUID()
  const sealed = []
  const about = []
  for (const page of pages) {
    const bytes = await page.arrayBuffer()
    about.push({ name: page.name, type: page.type, sha256: await sha256(bytes) })
    sealed.push(await seal(keys, id, bytes))
  }
  const scan: KeptScan = { id, accountId, about: await sealJson(keys, id, { title, pages: about }), pages: sealed }
  await put('scans', scan)
  return id
}
