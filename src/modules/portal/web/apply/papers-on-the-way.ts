import { useEffect, useSyncExternalStore } from 'react'
import { isCallProblem } from '#ui/call.ts'
import { uploadInPieces } from '#ui/upload-in-pieces.ts'
import { forgetFile, keepFile, keptFilesOf, keyOf } from './kept-files.ts'

/** `checking`: all of it has arrived and is looked at. */
export type PaperOnTheWay = {
  readonly file: File
  readonly sent: number
  readonly state: 'sending' | 'waiting' | 'checking' | 'refused'
  readonly problem: unknown
}
export type Paper = { readonly draftId: string; readonly name: string; readonly file: File }
/** Puts a file that the server has taken into its field. */
export type Take = (name: string, file: { readonly fileId: string; readonly name: string }) => Promise<void>

// Of the page, not of a component: a paper goes on its way while the next question is answered.
let all: ReadonlyMap<string, PaperOnTheWay> = new Map()
const aborts = new Map<string, AbortController>()
const listeners = new Set<() => void>()

function set(key: string, paper: PaperOnTheWay | null): void {
  const next = new Map(all)
  if (paper === null) next.delete(key)
  else next.set(key, paper)
  all = next
  for (const listener of listeners) listener()
}

/** Sends a paper and writes it into its field when the server has taken it; it goes on after a cut, and on the next visit. */
export async function sendPaper({ draftId, name, file }: Paper, take: Take): Promise<void> {
  const key = keyOf(draftId, name)
  if (aborts.has(key)) return
  const abort = new AbortController()
  aborts.set(key, abort)
  const show = (state: PaperOnTheWay['state'], sent: number, problem: unknown = null) =>
    set(key, { file, sent, state, problem })
  show('sending', 0)
  await keepFile(key, file)
  try {
    const { fileId } = await uploadInPieces(file, {
      signal: abort.signal,
      meantFor: key,
      onChange: ({ state, sent }) => show(state, sent),
    })
    show('checking', file.size)
    await take(name, { fileId, name: file.name.slice(0, 200) })
    await forgetFile(key)
    set(key, null)
  } catch (thrown) {
    if (abort.signal.aborted) set(key, null)
    else show('refused', 0, thrown)
    // What is refused for good is not sent again by the next visit.
    if (isCallProblem(thrown) && thrown.body.status !== 401) await forgetFile(key)
  } finally {
    aborts.delete(key)
  }
}

/** Gives a paper up, on its way or refused: neither here nor on the server anything of it stays. */
export async function giveUpPaper(draftId: string, name: string): Promise<void> {
  const key = keyOf(draftId, name)
  aborts.get(key)?.abort()
  await forgetFile(key)
  set(key, null)
}

/** The papers of an application that are on their way, by field; what an earlier visit did not finish goes on. */
export function usePapersOnTheWay(draftId: string, take: Take) {
  useEffect(() => {
    void keptFilesOf(draftId).then((kept) => {
      for (const { key, file } of kept) void sendPaper({ draftId, name: nameIn(key, draftId), file }, take)
    })
  }, [draftId, take])
  const papers = useSyncExternalStore(subscribe, () => all)
  const own = [...papers].filter(([key]) => key.startsWith(keyOf(draftId, '')))
  return {
    underway: new Set(own.flatMap(([key, paper]) => (isUnderway(paper) ? [nameIn(key, draftId)] : []))),
    refused: own.flatMap(([key, paper]) => (isUnderway(paper) ? [] : [{ ...paper, name: nameIn(key, draftId) }])),
  }
}

const nameIn = (key: string, draftId: string): string => key.slice(keyOf(draftId, '').length)

export const isUnderway = (paper: PaperOnTheWay | undefined): boolean =>
  paper !== undefined && paper.state !== 'refused'

export function usePaperOnTheWay(draftId: string, name: string): PaperOnTheWay | undefined {
  return useSyncExternalStore(subscribe, () => all.get(keyOf(draftId, name)))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
