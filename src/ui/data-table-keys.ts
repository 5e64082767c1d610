import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react'

type Options = {
  readonly count: number
  readonly scrollTo: (index: number) => void
  readonly region: RefObject<HTMLElement | null>
}

/** Arrow keys, Page Up/Down, Home and End walk through rows of which only some are drawn. `current` takes the Tab key. */
export function useRowKeys({ count, scrollTo, region }: Options) {
  const [current, setCurrent] = useState(0)
  const walk = useCallback(
    (event: KeyboardEvent, from: number) => {
      const next = nextRow(event.key, from, count)
      if (next === null) return
      event.preventDefault()
      setCurrent(next)
      scrollTo(next)
      // The row may have to be drawn first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => region.current?.querySelector<HTMLElement>(`tr[data-index="${next}"]`)?.focus()),
      )
    },
    [count, scrollTo, region],
  )
  return { walk, setCurrent, current: Math.min(current, count - 1) }
}

/** The row a key leads to; null when the key is not for walking. */
export function nextRow(key: string, current: number, count: number): number | null {
  const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const by = step[key]
  return by === undefined ? null : Math.max(0, Math.min(count - 1, current + by))
}
