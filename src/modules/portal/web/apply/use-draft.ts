import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, isCallProblem } from '#ui/call.ts'
import { useLanguage } from '#ui/language.tsx'
import { type Draft, getDraft, keepField } from '../../contract.ts'
import type { Fields, FieldValue } from '../../domain/draft.ts'
import { note, pendingOf, settle } from './journal.ts'

/** `kept`: the server has everything; `waiting`: this device has what could not be sent yet. */
export type Keeping = 'kept' | 'sending' | 'waiting' | 'signed-out'

const REST_MS = 500
const AGAIN_MS = 5000

/** The fields of a draft as they stand here, each written down at once and sent as soon as the typing rests. */
export function useDraft(draft: Draft) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const [fields, setFields] = useState<Fields>(() => ({ ...draft.fields, ...pendingOf(localStorage, draft.id) }))
  const [keeping, setKeeping] = useState<Keeping>('kept')
  const timer = useRef(0)
  const busy = useRef(false)

  const send = useCallback(
    async function sendPending(): Promise<void> {
      if (busy.current) return
      busy.current = true
      try {
        for (let pending = first(draft.id); pending; pending = first(draft.id)) {
          const [name, value] = pending
          setKeeping('sending')
          await call(keepField, { draftId: draft.id, name, value, language })
          settle(localStorage, draft.id, name, value)
        }
        setKeeping('kept')
        await client.invalidateQueries({ queryKey: [getDraft.id] })
      } catch (thrown) {
        const status = isCallProblem(thrown) ? thrown.body.status : 0
        setKeeping(status === 401 || status === 403 ? 'signed-out' : 'waiting')
        // What the server refuses for good is not sent again and again; it stays on the screen to be mended.
        if (status === 400 || status === 404 || status === 409 || status === 422) forgetFirst(draft.id)
        else if (status !== 401 && status !== 403) timer.current = window.setTimeout(() => void sendPending(), AGAIN_MS)
      } finally {
        busy.current = false
      }
    },
    [draft.id, language, client],
  )

  useEffect(() => {
    // What an earlier visit could not send goes out now.
    timer.current = window.setTimeout(() => void send(), 0)
    const again = () => void send()
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      clearTimeout(timer.current)
    }
  }, [send])

  const change = useCallback(
    (name: string, value: FieldValue) => {
      note(localStorage, draft.id, name, value)
      setFields((known) => ({ ...known, [name]: value }))
      setKeeping('sending')
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void send(), typeof value === 'string' ? REST_MS : 0)
    },
    [draft.id, send],
  )
  return { fields, change, keeping, send }
}

const first = (draftId: string) => Object.entries(pendingOf(localStorage, draftId))[0]

function forgetFirst(draftId: string): void {
  const pending = first(draftId)
  if (pending) settle(localStorage, draftId, ...pending)
}
