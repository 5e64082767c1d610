/** What was typed and is not yet known to be kept, by its key here. */
export type Pending = Readonly<Record<string, unknown>>
/** As in a browser; here so that it can be another. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = (draftId: string) => `haidang.draft.${draftId}`

/** Under what an answer to the form is written down: with the version on whose page it was typed. */
export const answerKey = (versionId: string, field: string): string => `form ${versionId} ${field}`

/** What is kept under a key, as `keep-field` names it. */
export function fieldOfKey(noted: string): { readonly name: string; readonly versionId?: string } {
  const [form, versionId, field] = noted.split(' ')
  if (form !== 'form' || versionId === undefined || field === undefined) return { name: noted }
  return { name: `form.${field}`, versionId }
}

/** What this device still has to send; nothing when what is stored cannot be read. */
export function pendingOf(storage: Storage, draftId: string): Pending {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key(draftId)) ?? '{}')
    return typeof stored === 'object' && stored !== null ? (stored as Pending) : {}
  } catch {
    return {}
  }
}

/** Answers to a version of the form that this device still has to send, by the name of the field. */
export function pendingAnswers(pending: Pending, wanted: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(pending).flatMap(([noted, value]) => {
      const { name, versionId } = fieldOfKey(noted)
      return versionId === wanted ? [[name.slice('form.'.length), value] as const] : []
    }),
  )
}

/** Writes a field down at once, before anything is sent: whatever dies now, it is found again. */
export function note(storage: Storage, draftId: string, name: string, value: unknown): void {
  storage.setItem(key(draftId), JSON.stringify({ ...pendingOf(storage, draftId), [name]: value }))
}

/** Strikes out a field that was kept, unless something else was typed meanwhile. */
export function settle(storage: Storage, draftId: string, name: string, value: unknown): void {
  const { [name]: now, ...rest } = pendingOf(storage, draftId)
  if (JSON.stringify(now) !== JSON.stringify(value)) return
  if (Object.keys(rest).length === 0) storage.removeItem(key(draftId))
  else storage.setItem(key(draftId), JSON.stringify(rest))
}

/** The browser's storage, and the memory of the page for what it has no room for: that is sent all the same. */
export function roomyStorage(storage: Storage): Storage {
  const held = new Map<string, string>()
  return {
    getItem: (name) => held.get(name) ?? storage.getItem(name),
    setItem(name, value) {
      try {
        storage.setItem(name, value)
        held.delete(name)
      } catch {
        held.set(name, value)
      }
    },
    removeItem(name) {
      held.delete(name)
      storage.removeItem(name)
    },
  }
}
