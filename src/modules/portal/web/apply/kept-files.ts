/** A chosen file that has not arrived yet, kept by this browser so that a later visit goes on without choosing it again. */
export type KeptFile = { readonly key: string; readonly file: File; readonly at: number }

const DATABASE = 'haidang-papers'
const STORE = 'file'
const DAY_MS = 24 * 3_600_000

export const keyOf = (draftId: string, name: string): string => `${draftId} ${name}`

/** Whether the browser keeps it: one that has no room, or keeps nothing at all, sends it all the same. */
export async function keepFile(key: string, file: File): Promise<boolean> {
  return (await inStore('readwrite', (store) => store.put({ key, file, at: Date.now() } satisfies KeptFile))) !== null
}

export async function forgetFile(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key))
}

/** Everything of an application that was thrown away or handed in. */
export async function forgetFilesOf(draftId: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(IDBKeyRange.bound(`${draftId} `, `${draftId} \uffff`)))
}

/** Everything: whoever signs out leaves no papers behind. */
export async function forgetFiles(): Promise<void> {
  await inStore('readwrite', (store) => store.clear())
}

/** The files of an application that did not arrive; those that lay here for a day are forgotten, as they are on the server. */
export async function keptFilesOf(draftId: string): Promise<readonly KeptFile[]> {
  const all = (await inStore<KeptFile[]>('readonly', (store) => store.getAll())) ?? []
  const old = all.filter(({ at }) => at < Date.now() - DAY_MS)
  for (const { key } of old) await forgetFile(key)
  return all.filter((kept) => !old.includes(kept) && kept.key.startsWith(`${draftId} `))
}

/** The answer of one request; null where the browser keeps nothing. */
async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T> | IDBRequest,
): Promise<T | null> {
  try {
    const database = await opened()
    const transaction = database.transaction(STORE, mode)
    const request = ask(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    })
    database.close()
    // What lies here was put in by `keepFile`.
    return request.result as T
  } catch {
    return null
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE, { keyPath: 'key' }))
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
  })
}
