import { useState } from 'react'
import type { Process } from '../contract.ts'

type History = {
  readonly past: readonly Process[]
  readonly now: Process
  readonly future: readonly Process[]
  /** What was changed last: letters typed into one field are one step back. */
  readonly last: string | null
}

const MOST_STEPS_BACK = 100

/** A process that is being drawn, with every step back and forth again. */
export function useDrawing(start: Process) {
  const [{ past, now, future }, setHistory] = useState<History>({ past: [], now: start, future: [], last: null })
  return {
    process: now,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    edit: (next: Process, what: string | null = null) =>
      setHistory((had) => {
        if (next === had.now) return had
        const isSame = what !== null && what === had.last
        const before = isSame ? had.past : [...had.past, had.now].slice(-MOST_STEPS_BACK)
        return { past: before, now: next, future: [], last: what }
      }),
    undo: () =>
      setHistory((had) => {
        const before = had.past.at(-1)
        return before ? { past: had.past.slice(0, -1), now: before, future: [had.now, ...had.future], last: null } : had
      }),
    redo: () =>
      setHistory((had) => {
        const [after, ...rest] = had.future
        return after ? { past: [...had.past, had.now], now: after, future: rest, last: null } : had
      }),
    replace: (next: Process) => setHistory({ past: [], now: next, future: [], last: null }),
  }
}

export type Drawing = ReturnType<typeof useDrawing>
