import type { ProcedureContent } from '#modules/procedures/contract.ts'
import { type ItemEvent, type ItemState, nextState } from '../domain/queue.ts'
import type { OpenKeys, Sealed, SealedKeys } from './vault.ts'

/** A counter in this browser: one for each officer who uses it. */
export type KeptCounter = {
  readonly accountId: string
  readonly accountName: string
  readonly deviceId: string
  readonly unitId: string
  readonly unitName: string
  readonly counter: number
  readonly name: string
  readonly keys: SealedKeys
}

/** A counter that stands open in this tab. */
export type OpenCounter = Omit<KeptCounter, 'keys'> & { readonly keys: OpenKeys }

export type KeptLease = {
  readonly leaseId: string
  readonly accountId: string
  readonly deviceId: string
  readonly unitCode: string
  readonly day: string
  readonly first: number
  readonly last: number
  /** The number that is given next. */
  readonly next: number
  readonly validUntil: string
  /** What has to be added to this machine's clock, in milliseconds. */
  readonly clockMs: number
  readonly ended: boolean
}

export type KeptItem = {
  readonly id: string
  readonly accountId: string
  readonly deviceId: string
  readonly leaseId: string
  readonly number: number
  /** As it is printed. */
  readonly provisional: string
  readonly takenAt: string
  readonly contentHash: string
  readonly signature: string
  readonly state: ItemState
  readonly code: string | null
  readonly caseId: string | null
  /** Ids of the scans of each paper, and what they became on the server once they went up. */
  readonly scans: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  /** Whose it is, what it says, what was refused: personal data, for who opened the counter. */
  readonly sealed: Sealed
}

export type KeptScan = {
  readonly id: string
  readonly accountId: string
  /** Name and pages: their names, types and hashes. */
  readonly about: Sealed
  readonly pages: readonly Sealed[]
}

export type Catalogue = {
  readonly key: 'catalogue'
  readonly keptAt: string
  readonly procedures: readonly {
    readonly code: string
    readonly versionId: string
    readonly content: ProcedureContent
  }[]
}

/** What was being typed when the browser was closed. */
type KeptDraft = { readonly accountId: string; readonly sealed: Sealed }

type Stores = {
  counters: KeptCounter
  leases: KeptLease
  items: KeptItem
  scans: KeptScan
  catalogue: Catalogue
  drafts: KeptDraft
}
const KEYS: Record<keyof Stores, string> = {
  counters: 'accountId',
  leases: 'leaseId',
  items: 'id',
  scans: 'id',
  catalogue: 'key',
  drafts: 'accountId',
}

let opening: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('haidang-counter', 1)
    asked.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(KEYS)) asked.result.createObjectStore(name, { keyPath })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('The store of the browser cannot be opened.'))
  })
  return opening
}

/** Reads one. */
export async function get<S extends keyof Stores>(store: S, key: string): Promise<Stores[S] | undefined> {
  return inStore([store], 'readonly', (on) => on<S>(store).get(key))
}

/** Reads all of a store. */
export async function all<S extends keyof Stores>(store: S): Promise<readonly Stores[S][]> {
  return inStore([store], 'readonly', (on) => on<S>(store).getAll())
}

/** Puts one, whatever was there. */
export async function put<S extends keyof Stores>(store: S, value: Stores[S]): Promise<void> {
  await inStore([store], 'readwrite', (on) => on<S>(store).put(value))
}

/** Puts all of these, or none. */
export async function putAll(values: { readonly [S in keyof Stores]?: readonly Stores[S][] }): Promise<void> {
  const db = await database()
  const names = Object.keys(values)
  return new Promise((resolve, reject) => {
    const tx = db.transaction(names, 'readwrite', { durability: 'strict' })
    for (const [name, rows] of Object.entries(values)) for (const row of rows) tx.objectStore(name).put(row)
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error ?? new Error('The store of the browser refused.'))
  })
}

/** Removes the scans that neither an item nor what is being typed names any more. */
export async function sweepScans(accountId: string, isTyped: (scanId: string) => boolean): Promise<void> {
  const named = new Set((await all('items')).flatMap(({ scans }) => Object.values(scans)))
  for (const { id, accountId: owner } of await all('scans'))
    if (owner === accountId && !named.has(id) && !isTyped(id)) await remove('scans', id)
}

/** Removes one, if it is there. */
export async function remove(store: keyof Stores, key: string): Promise<void> {
  await inStore([store], 'readwrite', (on) => on(store).delete(key))
}

/**
 * Keeps an item under the next number of its lease: both or neither. False when the number was given meanwhile, by another tab, or the lease
 * has ended: then nothing is kept.
 */
export async function keepUnderNumber(item: KeptItem): Promise<boolean> {
  const db = await database()
  return new Promise((resolve, reject) => {
    const tx = db.transaction(['leases', 'items'], 'readwrite', { durability: 'strict' })
    let kept = false
    const asked: IDBRequest<KeptLease | undefined> = tx.objectStore('leases').get(item.leaseId)
    const before: IDBRequest<KeptItem | undefined> = tx.objectStore('items').get(item.id)
    // Requests of one transaction are answered in their order.
    before.onsuccess = () => {
      const lease = asked.result
      if (!lease || lease.ended || lease.next !== item.number || item.number > lease.last) return
      if (before.result && nextState(before.result.state, 'correct') === null) return
      kept = true
      tx.objectStore('leases').put({ ...lease, next: lease.next + 1 })
      tx.objectStore('items').put(item)
    }
    tx.oncomplete = () => resolve(kept)
    tx.onabort = () => reject(tx.error ?? new Error('The item could not be kept.'))
  })
}

/** Moves an item by an event with what changes then; null when it is not in a state in which that can be. */
export async function move(
  id: string,
  event: ItemEvent,
  change: Partial<KeptItem> = {},
  dropScans = false,
): Promise<KeptItem | null> {
  const db = await database()
  return new Promise((resolve, reject) => {
    const tx = db.transaction(['items', 'scans'], 'readwrite', { durability: 'strict' })
    let moved: KeptItem | null = null
    const asked: IDBRequest<KeptItem | undefined> = tx.objectStore('items').get(id)
    asked.onsuccess = () => {
      const item = asked.result
      const state = item && nextState(item.state, event)
      if (!item || !state) return
      moved = { ...item, ...change, state }
      if (dropScans) for (const scan of Object.values(item.scans)) tx.objectStore('scans').delete(scan)
      tx.objectStore('items').put(moved)
    }
    tx.oncomplete = () => resolve(moved)
    tx.onabort = () => reject(tx.error ?? new Error('The item could not be moved.'))
  })
}

/** Notes which file a paper's scan became: a second try does not send it again. */
export async function noteFile(id: string, paper: string, fileId: string): Promise<void> {
  const item = await get('items', id)
  if (item) await put('items', { ...item, files: { ...item.files, [paper]: fileId } })
}

/** Marks a lease as given back, so that no number of it is given any more; the last that was given, or null. */
export async function closeLease(leaseId: string): Promise<number | null> {
  const db = await database()
  return new Promise((resolve, reject) => {
    const tx = db.transaction(['leases'], 'readwrite', { durability: 'strict' })
    let last: number | null = null
    const asked: IDBRequest<KeptLease | undefined> = tx.objectStore('leases').get(leaseId)
    asked.onsuccess = () => {
      const lease = asked.result
      if (!lease) return
      last = lease.next > lease.first ? lease.next - 1 : null
      tx.objectStore('leases').put({ ...lease, ended: true })
    }
    tx.oncomplete = () => resolve(last)
    tx.onabort = () => reject(tx.error ?? new Error('The lease could not be closed.'))
  })
}

async function inStore<T>(
  names: readonly (keyof Stores)[],
  mode: IDBTransactionMode,
  act: (on: <S extends keyof Stores>(name: S) => IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await database()
  return new Promise((resolve, reject) => {
    const tx = db.transaction(names, mode, { durability: 'strict' })
    const asked = act((name) => tx.objectStore(name))
    tx.oncomplete = () => resolve(asked.result)
    tx.onabort = () => reject(tx.error ?? new Error('The store of the browser refused.'))
  })
}
