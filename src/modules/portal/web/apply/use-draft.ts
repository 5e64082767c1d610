import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type CallProblem, call, isCallProblem } from '#ui/call.ts'
import { useLanguage } from '#ui/language.tsx'
import { type Draft, type DraftForm, getDraft, keepField } from '../../contract.ts'
import type { Fields, FieldValue } from '../../domain/draft.ts'
import { answerKey, fieldOfKey, note, pendingAnswers, pendingOf, roomyStorage, settle } from './journal.ts'

/** `kept`: the server has everything; `waiting`: this device has what could not be sent yet; `refused`: the server does not take something. */
export type Keeping = 'kept' | 'sending' | 'waiting' | 'signed-out' | 'refused'
export type Refused = { readonly name: string; readonly problem: CallProblem }

const REST_MS = 500
const AGAIN_MS = 5000
/** Writing down a longer list with every key would be felt. */
const LONG_LIST = 100
const FOR_GOOD = new Set([400, 404, 409, 413, 422])

/** The fields of a draft as they stand here, each written down at once and sent as soon as the typing rests. */
export function useDraft(draft: Draft) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const [own] = useState(() => ownAnswers(draft))
  const [typed, setTyped] = useState<Fields>(() => plainPending(draft.id))
  const [keeping, setKeeping] = useState<Keeping>('kept')
  const [refused, setRefused] = useState<Refused | null>(null)
  /** Grows when the server has brought answers to another version of a form: what is shown of them begins anew. */
  const [turn, setTurn] = useState(0)
  const timer = useRef(0)
  const busy = useRef(false)

  const send = useCallback(
    async function sendPending(): Promise<void> {
      own.writeDown()
      if (busy.current) return
      busy.current = true
      const said = { plain: false, moved: false, refused: null as Refused | null }
      try {
        for (let pending = first(draft.id); pending; pending = first(draft.id)) {
          const [noted, value] = pending
          const field = fieldOfKey(noted)
          setKeeping('sending')
          try {
            const kept = await call(keepField, { draftId: draft.id, ...field, value, language })
            if (field.versionId === undefined) said.plain = true
            else if (field.versionId !== kept.formVersionId) said.moved = true
          } catch (thrown) {
            if (!isCallProblem(thrown) || !FOR_GOOD.has(thrown.body.status)) throw thrown
            // What the server refuses for good is not sent again and again; it stays on the screen to be mended.
            said.refused = { name: field.name, problem: thrown }
          }
          settle(storage, draft.id, noted, value)
        }
        setRefused(said.refused)
        if (said.plain || said.moved) await client.invalidateQueries({ queryKey: [getDraft.id] })
        if (said.moved) setTurn((count) => count + 1)
        setKeeping(said.refused ? 'refused' : 'kept')
      } catch (thrown) {
        const status = isCallProblem(thrown) ? thrown.body.status : 0
        const isOut = status === 401 || status === 403
        setKeeping(isOut ? 'signed-out' : 'waiting')
        if (!isOut) timer.current = window.setTimeout(() => void sendPending(), AGAIN_MS)
      } finally {
        busy.current = false
      }
    },
    [draft.id, language, client, own],
  )

  useEffect(() => {
    // What an earlier visit could not send goes out now.
    timer.current = window.setTimeout(() => void send(), 0)
    const again = () => void send()
    addEventListener('online', again)
    addEventListener('pagehide', own.writeDown)
    return () => {
      removeEventListener('online', again)
      removeEventListener('pagehide', own.writeDown)
      clearTimeout(timer.current)
    }
  }, [send, own])

  const sendAfter = useCallback(
    (rest: number) => {
      setKeeping('sending')
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void send(), rest)
    },
    [send],
  )
  const change = useCallback(
    (name: string, value: FieldValue) => {
      note(storage, draft.id, name, value)
      setTyped((known) => ({ ...known, [name]: value }))
      sendAfter(typeof value === 'string' ? REST_MS : 0)
    },
    [draft.id, sendAfter],
  )
  const answer = useCallback(
    (versionId: string, name: string, value: unknown) => {
      own.answer(answerKey(versionId, name), value)
      sendAfter(REST_MS)
    },
    [own, sendAfter],
  )
  // What was typed here stands; what the server has put in besides is seen too.
  return { fields: { ...draft.fields, ...typed }, change, answer, answersOn: own.on, keeping, refused, send, turn }
}

const storage = roomyStorage(globalThis.localStorage)
const first = (draftId: string) => Object.entries(pendingOf(storage, draftId))[0]

function plainPending(draftId: string): Fields {
  const plain = Object.entries(pendingOf(storage, draftId)).filter(
    ([noted]) => fieldOfKey(noted).versionId === undefined,
  )
  // Written down by `change`.
  return Object.fromEntries(plain) as Fields
}

/** Answers to the form that were given on this page; outside of what is drawn, so that a key does not draw the page anew. */
function ownAnswers({ id }: Draft) {
  const given = new Map<string, unknown>(Object.entries(pendingOf(storage, id)))
  const unwritten = new Map<string, unknown>()
  const writeDown = () => {
    for (const [noted, value] of unwritten) note(storage, id, noted, value)
    unwritten.clear()
  }
  return {
    writeDown,
    answer(noted: string, value: unknown): void {
      given.set(noted, value)
      if (Array.isArray(value) && value.length > LONG_LIST) unwritten.set(noted, value)
      else note(storage, id, noted, value)
    },
    /** The answers as they stand here on a version of the form. */
    on: (form: DraftForm): Readonly<Record<string, unknown>> => ({
      ...form.answers,
      ...pendingAnswers(Object.fromEntries(given), form.versionId),
    }),
  }
}

/** Forgets what this device still had to send. */
export const forgetPending = (draftId: string): void => storage.removeItem(`haidang.draft.${draftId}`)
