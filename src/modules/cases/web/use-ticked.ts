import { useState } from 'react'

/** Which rows of a page are ticked; another question (`of`), and rows that are gone, untick. */
export function useTicked(of: string, shown: readonly string[]) {
  const [ticked, setTicked] = useState<{ readonly of: string; readonly ids: ReadonlySet<string> }>({
    of,
    ids: new Set(),
  })
  const there = new Set(shown)
  const kept = ticked.of === of ? ticked.ids : new Set<string>()
  const selection: ReadonlySet<string> = new Set([...kept].filter((id) => there.has(id)))
  const choose = (chosen: readonly string[]) => setTicked({ of, ids: new Set(chosen) })
  const toggle = (id: string) =>
    choose(selection.has(id) ? [...selection].filter((one) => one !== id) : [...selection, id])
  return { selection, toggle, choose }
}
