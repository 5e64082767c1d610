import { useCallback, useEffect, useRef } from 'react'
import { type IntakeDraft, loadIntakeParts } from '#modules/cases/web/index.tsx'
import { get, type OpenCounter, put, remove } from './kept.ts'
import { sealJson, unsealJson } from './vault.ts'

const { holdsData } = await loadIntakeParts()

const PAUSE_MS = 400

/**
 * Keeps what is being typed, encrypted, so that a browser that is closed takes nothing with it; puts it back when the page opens again.
 * Gives what to call when the draft has become an item.
 */
export function useKeptDraft(
  { accountId, keys }: OpenCounter,
  draft: IntakeDraft,
  replace: (draft: IntakeDraft) => void,
  isWanted: boolean,
): () => Promise<void> {
  const looked = useRef(false)
  const latest = useRef(draft)
  const owner = `draft ${accountId}`
  useEffect(() => {
    latest.current = draft
  })
  useEffect(() => {
    if (looked.current || !isWanted) return
    const restore = async () => {
      const kept = await get('drafts', accountId)
      looked.current = true
      // What this page still remembers is newer.
      if (kept && !holdsData(latest.current)) replace(await unsealJson<IntakeDraft>(keys, owner, kept.sealed))
    }
    void restore()
  }, [accountId, keys, owner, replace, isWanted])
  useEffect(() => {
    if (!isWanted || !holdsData(draft)) return
    const keep = async () => put('drafts', { accountId, sealed: await sealJson(keys, owner, draft) })
    const timer = setTimeout(() => void keep(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [accountId, keys, owner, draft, isWanted])
  return useCallback(() => remove('drafts', accountId), [accountId])
}
