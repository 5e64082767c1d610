import type { FieldValue } from '../../domain/draft.ts'

/** What was typed and is not yet known to be kept, by field. */
export type Pending = Readonly<Record<string, FieldValue>>
/** As in a browser; here so that it can be another. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = (draftId: string) => `haidang.draft.${draftId}`

/** What this device still has to send; nothing when what is stored cannot be read. */
export function pendingOf(storage: Storage, draftId: string): Pending {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key(draftId)) ?? '{}')
    return typeof stored === 'object' && stored !== null ? (stored as Pending) : {}
  } catch {
    return {}
  }
}

/** Writes a field down at once, before anything is sent: whatever dies now, it is found again. */
export function note(storage: Storage, draftId: string, name: string, value: FieldValue): void {
  storage.setItem(key(draftId), JSON.stringify({ ...pendingOf(storage, draftId), [name]: value }))
}

/** Strikes out a field that was kept, unless something else was typed meanwhile. */
export function settle(storage: Storage, draftId: string, name: string, value: FieldValue): void {
  const { [name]: now, ...rest } = pendingOf(storage, draftId)
  if (JSON.stringify(now) !== JSON.stringify(value)) return
  if (Object.keys(rest).length === 0) storage.removeItem(key(draftId))
  else storage.setItem(key(draftId), JSON.stringify(rest))
}
