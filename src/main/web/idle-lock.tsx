import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { currentSession, lockSession } from '#modules/identity/contract.ts'
import { call } from '#ui/call.ts'
import { useSession } from '#ui/session.tsx'

const ACTS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const
const CHECK_MS = 5_000
const NOTED_MS = 1_000
/** Shared by all tabs: work in one keeps the others open. */
const LAST_ACT = 'haidang.last-act'

/** Locks the screen after the time the session allows without a key or pointer, in all tabs alike. */
export function IdleLock() {
  const { state, idleLockSeconds } = useSession()
  const client = useQueryClient()
  useEffect(() => {
    if (state !== 'signed-in' || idleLockSeconds === null) return
    let noted = 0
    // The storage is slow to write to: not with every key.
    const note = () => {
      const now = Date.now()
      if (now - noted < NOTED_MS) return
      noted = now
      localStorage.setItem(LAST_ACT, String(now))
    }
    const check = () => {
      const idleMs = Date.now() - Number(localStorage.getItem(LAST_ACT) ?? Date.now())
      if (idleMs < idleLockSeconds * 1000) return
      // Refused or not: what holds now is asked for anew.
      void call(lockSession, {})
        .catch(() => undefined)
        .then(() => client.invalidateQueries({ queryKey: [currentSession.id] }))
    }
    note()
    for (const act of ACTS) addEventListener(act, note, { passive: true })
    const timer = setInterval(check, CHECK_MS)
    return () => {
      clearInterval(timer)
      for (const act of ACTS) removeEventListener(act, note)
    }
  }, [client, state, idleLockSeconds])
  return null
}
