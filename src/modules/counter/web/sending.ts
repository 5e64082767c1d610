import { imagesToPdf } from '#modules/cases/contract.ts'
import { call, isCallProblem, saysSessionChanged, upload } from '#ui/call.ts'
import { giveUpIntake, type ProblemShown, sendOfflineIntake } from '../contract.ts'
import { all, get, type KeptItem, move, noteFile, type OpenCounter } from './kept.ts'
import type { Inside, ScanAbout } from './taking.ts'
import { sealJson, unseal, unsealJson } from './vault.ts'

/** Why sending stopped before everything was sent. */
export type Stop = 'unreachable' | 'signed-out' | 'later' | 'old-pages' | 'elsewhere'

/**
 * Sends everything that is kept, one after the other, in the order in which it was taken. Gives null when all of it has its answer, else why it
 * stopped: what is left is kept as it was.
 */
export async function sendAll(counter: OpenCounter, onMoved: () => Promise<void>): Promise<Stop | null> {
  // One tab at a time; the server would answer a second one alike.
  return navigator.locks.request(`haidang-counter ${counter.accountId}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return 'elsewhere'
    if (!(await arePagesCurrent())) return 'old-pages'
    const own = (await all('items')).filter(({ accountId }) => accountId === counter.accountId)
    // On its way when the browser was closed: whether it came in is not known, so it is sent again.
    for (const { id, state } of own) if (state === 'sending') await move(id, 'cut')
    const waiting = own.filter(({ state }) => state === 'kept' || state === 'sending')
    for (const { id } of waiting.toSorted((a, b) => a.takenAt.localeCompare(b.takenAt))) {
      const item = await move(id, 'send')
      if (!item) continue
      await onMoved()
      const stop = await sendOne(counter, item)
      await onMoved()
      if (stop) return stop
    }
    return null
  })
}

async function sendOne(counter: OpenCounter, item: KeptItem): Promise<Stop | null> {
  const { keys } = counter
  const inside = await unsealJson<Inside>(keys, item.id, item.sealed)
  try {
    const refused = await sendScans(counter, item)
    if (refused) return await explain(counter, item, inside, refused)
    const { files } = (await get('items', item.id)) ?? item
    const { id: itemId, deviceId, leaseId, number, takenAt, signature } = item
    const answer = await call(sendOfflineIntake, {
      itemId,
      deviceId,
      leaseId,
      number,
      takenAt,
      signature,
      content: inside.content,
      files,
    })
    if (answer.state === 'explained') return await explain(counter, item, inside, answer.problem)
    // The server has it: what was typed and scanned need not lie here any longer.
    const sealed = await sealJson(keys, item.id, { ...inside, draft: null, content: '' } satisfies Inside)
    await move(item.id, 'receive', { code: answer.code, caseId: answer.caseId, sealed, scans: {}, files: {} }, true)
    return null
  } catch (thrown) {
    const stop = stopOf(thrown)
    if (stop === null && isCallProblem(thrown)) {
      const { code, values = {}, errors = [] } = thrown.body
      return explain(counter, item, inside, {
        code,
        values: { ...values },
        errors: errors.map((one) => ({
          ...one,
          ...(one.values && { values: { ...one.values } }),
        })) as ProblemShown['errors'],
      })
    }
    await move(item.id, 'cut')
    if (stop === null) throw thrown
    return stop
  }
}

/** Whether a failure says nothing of the item: then it stays as it is and is sent again. */
function stopOf(thrown: unknown): Stop | null {
  if (!isCallProblem(thrown)) return null
  if (saysSessionChanged(thrown)) return 'signed-out'
  const { status, code } = thrown.body
  if (code === 'platform/unreachable') return 'unreachable'
  return status === 429 || status >= 500 || code === 'platform/changed-meanwhile' ? 'later' : null
}

async function explain({ keys }: OpenCounter, item: KeptItem, inside: Inside, problem: ProblemShown): Promise<null> {
  await move(item.id, 'explain', { sealed: await sealJson(keys, item.id, { ...inside, problem } satisfies Inside) })
  return null
}

/** Sends the scans that have not gone up yet. Gives what was refused of one, or null. */
async function sendScans({ keys }: OpenCounter, item: KeptItem): Promise<ProblemShown | null> {
  for (const [paper, scanId] of Object.entries(item.scans)) {
    if (item.files[paper] !== undefined) continue
    const scan = await get('scans', scanId)
    if (!scan) return { code: 'counter/file-missing', values: { paper }, errors: [] }
    const about = await unsealJson<ScanAbout>(keys, scan.id, scan.about)
    const fileIds: string[] = []
    for (const [place, sealed] of scan.pages.entries()) {
      const { name, type } = about.pages[place] ?? { name: paper, type: '' }
      fileIds.push((await upload(new File([await unseal(keys, scan.id, sealed)], name, { type }))).fileId)
    }
    const [first = ''] = fileIds
    if (fileIds.length === 1) {
      await noteFile(item.id, paper, first)
      continue
    }
    const { fileId, refusal } = await call(imagesToPdf, { fileIds, title: about.title })
    if (refusal !== null) return { code: refusal, values: {}, errors: [] }
    await noteFile(item.id, paper, fileId)
  }
  return null
}

/** Gives an item up with the server's word that it is not received. Throws what hinders it. */
export async function giveUp({ keys }: OpenCounter, item: KeptItem, reason: string): Promise<void> {
  const { id: itemId, deviceId, leaseId, number, takenAt } = item
  await call(giveUpIntake, { itemId, deviceId, leaseId, number, takenAt, reason })
  const inside = await unsealJson<Inside>(keys, item.id, item.sealed)
  const sealed = await sealJson(keys, item.id, { ...inside, draft: null, content: '' } satisfies Inside)
  await move(itemId, 'give-up', { sealed, scans: {}, files: {} }, true)
}

/** Whether these pages are those that the server gives out now: an older shell does not speak to a newer server without saying so. */
async function arePagesCurrent(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src')
  if (!import.meta.env.PROD || !own) return true
  try {
    const response = await fetch('/?shell', { cache: 'no-store', headers: { accept: 'text/html' } })
    return !response.ok || (await response.text()).includes(own)
  } catch {
    // Nothing can be said without a network; sending will find out.
    return true
  }
}
