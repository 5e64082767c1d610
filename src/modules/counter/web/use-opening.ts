import { useEffect, useState } from 'react'
import { useSession } from '#ui/session.tsx'
import { get, type KeptCounter } from './kept.ts'
import { keepShell } from './shell-worker.ts'
import { close, closeAfter, openBySession, useCounter } from './state.ts'

type Opening = {
  /** `undefined` while it is looked for, `null` when this browser is no counter of the officer. */
  readonly kept: KeptCounter | null | undefined
  /** Why the server did not open it; null when it did or was not asked. */
  readonly problem: unknown
}

/** The counter of who is signed in: opened by the server's key where there is one, and closed again after a time without a hand on it. */
export function useOpening(): Opening {
  const { account, offline = false, idleLockSeconds } = useSession()
  const { counter, stop } = useCounter()
  const accountId = account?.id
  const [kept, setKept] = useState<KeptCounter | null | undefined>()
  const [problem, setProblem] = useState<unknown>(null)
  const isOpen = counter !== null && counter.accountId === accountId
  useEffect(() => {
    if (accountId === undefined) return
    void get('counters', accountId).then((found) => setKept(found ?? null))
  }, [accountId, isOpen])
  useEffect(() => {
    if (counter !== null && counter.accountId !== accountId) close()
  }, [counter, accountId])
  useEffect(() => {
    if (!kept || isOpen || offline) return
    void keepShell().catch(() => undefined)
    openBySession(kept).then(() => setProblem(null), setProblem)
  }, [kept, isOpen, offline, stop])
  useEffect(() => closeAfter(idleLockSeconds), [idleLockSeconds])
  return { kept, problem }
}
