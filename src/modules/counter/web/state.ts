import { useSyncExternalStore } from 'react'
import { call } from '#ui/call.ts'
import {
  CATALOGUE_PAGE,
  counterCatalogue,
  endLease,
  leaseNumbers,
  MOST_KEPT,
  openQueue,
  registerDevice,
} from '../contract.ts'
import { handOver } from './hand-over.ts'
import {
  all,
  type Catalogue,
  closeLease,
  get,
  type KeptCounter,
  type KeptItem,
  type KeptLease,
  type OpenCounter,
  put,
  sweepScans,
} from './kept.ts'
import { type Stop, sendAll } from './sending.ts'
import type { Inside } from './taking.ts'
import { newSigningKeys, type OpenKeys, openWithPassphrase, openWithServer, sealKeys, unsealJson } from './vault.ts'

export type Shown = { readonly item: KeptItem; readonly inside: Inside }

type State = {
  readonly counter: OpenCounter | null
  /** Newest first. */
  readonly items: readonly Shown[]
  readonly leases: readonly KeptLease[]
  readonly isConnected: boolean
  readonly isSending: boolean
  /** Why the last sending stopped; null: it did not. */
  readonly stop: Stop | null
}

const NUMBERS = 50
const HOURS = 24
const AGAIN_MS = 15_000

let state: State = {
  counter: null,
  items: [],
  leases: [],
  isConnected: true,
  isSending: false,
  stop: null,
}
const listeners = new Set<() => void>()
/** Other tabs of this browser look again when something has changed; null until this tab shows a counter. */
let tabs: BroadcastChannel | null = null

/** What the counter of this tab holds and does. */
export function useCounter(): State {
  return useSyncExternalStore(subscribe, () => state)
}

function subscribe(listener: () => void): () => void {
  watch()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Watches the network and the other tabs, from the first look at a counter on. */
function watch(): void {
  if (tabs) return
  tabs = new BroadcastChannel('haidang-counter')
  tabs.addEventListener('message', () => void look())
  state = { ...state, isConnected: navigator.onLine }
  addEventListener('online', () => {
    set({ isConnected: true })
    void send()
  })
  addEventListener('offline', () => set({ isConnected: false }))
  setInterval(() => {
    const isWaiting = state.items.some(({ item }) => item.state === 'kept' || item.state === 'sending')
    if (isWaiting && state.stop !== 'signed-out' && state.stop !== 'old-pages') void send()
    if (idleSeconds !== null && Date.now() - lastAct > idleSeconds * 1000) close()
  }, AGAIN_MS)
  for (const act of ['keydown', 'pointerdown', 'pointermove']) addEventListener(act, noteAct, { passive: true })
}

let lastAct = Date.now()
function noteAct(): void {
  lastAct = Date.now()
}
let idleSeconds: number | null = null

/** Forgets the keys after so long without a key or pointer, on whatever page. */
export function closeAfter(seconds: number | null): void {
  idleSeconds = seconds
}

function set(change: Partial<State>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

/** What was unsealed once, by item and what it was sealed with. */
const seen = new Map<string, Inside>()

async function look(): Promise<void> {
  const { counter } = state
  if (!counter) return
  const own = (await all('items')).filter(({ accountId }) => accountId === counter.accountId)
  const shown = await Promise.all(own.map(async (item) => ({ item, inside: await insideOf(counter, item) })))
  // Numbers of a counter that was revoked count for nothing.
  const leases = (await all('leases')).filter(({ deviceId }) => deviceId === counter.deviceId)
  if (state.counter !== counter) return
  set({ items: shown.toSorted((a, b) => b.item.takenAt.localeCompare(a.item.takenAt)), leases })
}

async function insideOf({ keys }: OpenCounter, item: KeptItem): Promise<Inside> {
  const key = `${item.id} ${item.sealed.iv.join('.')}`
  const known = seen.get(key) ?? (await unsealJson<Inside>(keys, item.id, item.sealed))
  seen.set(key, known)
  return known
}

/** After something has changed here: this tab and the others look again. */
export async function changed(): Promise<void> {
  tabs?.postMessage('changed')
  await look()
}

/** Sends what is kept, unless it is being sent already. */
export async function send(): Promise<void> {
  const { counter, isSending } = state
  if (!counter || isSending) return
  set({ isSending: true })
  try {
    const stop = await sendAll(counter, changed)
    set({
      stop,
      ...(stop !== 'unreachable' && { isConnected: navigator.onLine }),
      ...(stop === 'unreachable' && { isConnected: false }),
    })
  } finally {
    set({ isSending: false })
    await changed()
  }
}

/** The counter stands open in this tab. */
async function stand(kept: KeptCounter, keys: OpenKeys): Promise<void> {
  noteAct()
  // The open keys in the place of the sealed ones.
  set({ counter: { ...kept, keys }, stop: null })
  await sweep(kept.accountId, keys)
  await look()
  void send()
}

/** Nothing of anyone lies here longer than it is needed: scans of papers that were taken off again go. */
async function sweep(accountId: string, keys: OpenKeys): Promise<void> {
  const draft = await get('drafts', accountId)
  const typed = draft ? JSON.stringify(await unsealJson(keys, `draft ${accountId}`, draft.sealed)) : ''
  await sweepScans(accountId, (scanId) => typed.includes(scanId))
}

/** Forgets the keys: what is kept cannot be read any more until the counter is opened again. */
export function close(): void {
  seen.clear()
  set({ counter: null, items: [], leases: [] })
}

/** Opens the counter with the officer's passphrase; false when it is wrong. */
export async function openByPassphrase(kept: KeptCounter, passphrase: string): Promise<boolean> {
  const keys = await openWithPassphrase(kept.keys, passphrase)
  if (keys) await stand(kept, keys)
  return keys !== null
}

/** Opens the counter with the key that the server holds for the officer who is signed in. Throws what the server refuses. */
export async function openBySession(kept: KeptCounter): Promise<void> {
  const { queueKey } = await call(openQueue, { deviceId: kept.deviceId })
  const keys = await openWithServer(kept.keys, queueKey)
  if (keys) await stand(kept, keys)
}

type Registration = {
  readonly account: { readonly id: string; readonly name: string }
  readonly unitId: string
  readonly name: string
  readonly passphrase: string
}

/** Whether the server has said that this counter is revoked. */
export function isRevoked({ counter, items }: State): boolean {
  return items.some(
    ({ item, inside }) => item.deviceId === counter?.deviceId && REVOKED.includes(inside.problem?.code ?? ''),
  )
}

const REVOKED: readonly string[] = ['counter/device-revoked', 'counter/no-device']

/** Makes this browser a counter of the officer, with numbers and the catalogue. Throws what the server refuses. */
export async function register({ account, unitId, name, passphrase }: Registration): Promise<void> {
  const { privateKey, publicKey } = await newSigningKeys()
  const { queueKey, ...counter } = await call(registerDevice, { unitId, name, publicKey })
  const keys = await sealKeys(privateKey, passphrase, queueKey)
  const kept: KeptCounter = { ...counter, accountId: account.id, accountName: account.name, keys }
  const before = state.counter
  const opened = await openWithServer(keys, queueKey)
  if (!opened) throw new Error('The keys that were just made do not open.')
  // A counter that was revoked leaves its queue to the one that follows it.
  if (before?.accountId === account.id) await handOver(before, kept, opened)
  else await put('counters', kept)
  await stand(kept, opened)
  await takeNumbers()
}

/** Leases further numbers and brings the catalogue up to date. Throws what the server refuses. */
export async function takeNumbers(amount = NUMBERS): Promise<void> {
  const { counter } = state
  if (!counter) return
  const { accountId, deviceId } = counter
  const { now, ...lease } = await call(leaseNumbers, { deviceId, amount, hours: HOURS })
  const clockMs = Date.parse(now) - Date.now()
  await put('leases', { ...lease, accountId, deviceId, next: lease.first, clockMs, ended: false })
  await keepCatalogue()
  await changed()
}

async function keepCatalogue(): Promise<void> {
  const procedures: Catalogue['procedures'][number][] = []
  for (let after: string | null = ''; after !== null && procedures.length + CATALOGUE_PAGE <= MOST_KEPT; ) {
    const page: { procedures: typeof procedures; after: string | null } = await call(counterCatalogue, { after })
    procedures.push(...page.procedures)
    after = page.after
  }
  await put('catalogue', { key: 'catalogue', keptAt: new Date().toISOString(), procedures })
}

/** Gives back what was not used of every lease. Throws what the server refuses; then it is given back at the next try. */
export async function giveBack(): Promise<number> {
  let unused = 0
  for (const { leaseId } of state.leases) {
    const lease = await get('leases', leaseId)
    if (!lease || isGivenBack(lease)) continue
    const lastGiven = await closeLease(leaseId)
    unused += (await call(endLease, { leaseId, lastGiven })).unused
    await put('leases', { ...lease, ended: true, next: lease.last + 1 })
  }
  await changed()
  return unused
}

/** A lease that the server has taken back: closed, and none of its numbers is left to say something about. */
export function isGivenBack({ ended, next, last }: KeptLease): boolean {
  return ended && next > last
}
