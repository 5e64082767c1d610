import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type CallProblem, call, isCallProblem } from '#ui/call.ts'
import * as contract from '../contract.ts'
import { type Drafts, draftOf } from './drafts.ts'

export type SaveState =
  | { readonly kind: 'idle' | 'waiting' | 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly problem: CallProblem | null }

type SheetKey = { readonly form: string; readonly unitId: string; readonly period: string }

const BREATH_MS = 700
const RETRY_MS = 5000

/** Saves changed lines a breath after the last key; says how it stands; tries again when the network failed. */
export function useAutosave(key: SheetKey, drafts: Drafts) {
  const client = useQueryClient()
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const [sheetId, setSheetId] = useState<string | null>(null)
  const latest = useRef(drafts)
  const changed = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean> | null>(null)
  const again = useRef<() => void>(() => undefined)
  useEffect(() => {
    latest.current = drafts
  }, [drafts])

  const send = useCallback(async (): Promise<boolean> => {
    const codes = [...changed.current]
    if (codes.length === 0) return true
    changed.current.clear()
    setState({ kind: 'saving' })
    const entries = codes.map((measure) => ({ measure, ...draftOf(latest.current, measure) }))
    try {
      const answer = await call(contract.saveObservations, { ...key, entries })
      setSheetId(answer.sheetId)
      setState(changed.current.size > 0 ? { kind: 'waiting' } : { kind: 'saved', at: answer.savedAt })
      await Promise.all(
        [contract.listEntryTasks, contract.getSheet].map(({ id }) => client.invalidateQueries({ queryKey: [id] })),
      )
      return true
    } catch (thrown) {
      for (const code of codes) changed.current.add(code)
      setState({ kind: 'failed', problem: isCallProblem(thrown) ? thrown : null })
      return false
    }
  }, [key, client])

  /** Saves what is open now; false when it could not be. One request at a time, in the order of typing. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (running.current) await running.current
    running.current = send().finally(() => {
      running.current = null
    })
    const saved = await running.current
    if (!saved) timer.current = setTimeout(() => again.current(), RETRY_MS)
    return saved
  }, [send])

  useEffect(() => {
    again.current = () => void flush()
  }, [flush])

  const touch = useCallback(
    (codes: readonly string[]) => {
      for (const code of codes) changed.current.add(code)
      setState({ kind: 'waiting' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), BREATH_MS)
    },
    [flush],
  )
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (changed.current.size === 0 && !running.current) return
      void flush()
      event.preventDefault()
    }
    const hide = () => document.visibilityState === 'hidden' && void flush()
    addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', hide)
    return () => {
      removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', hide)
      // Leaving the page within the product saves what was typed last.
      void flush()
      clearTimeout(timer.current)
    }
  }, [flush])
  return { state, sheetId, touch, flush }
}
