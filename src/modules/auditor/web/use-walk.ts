import { type RefObject, useCallback, useEffect, useState } from 'react'

/** A place of the document to bring to sight: `0` is the first place of the finding. */
type Target = { readonly name: string; readonly focusCard: string | null }

/** The header of the platform and the bar of the filters lie over the top, the phone's bar over the bottom. */
const TOP = 150
const BOTTOM = 110

/** Brings places of the document to sight, also those whose part of the document has not come yet (`stamp` changes when it does). */
export function useWalk(root: RefObject<HTMLElement | null>, stamp: unknown) {
  const [target, setTarget] = useState<Target | null>(null)
  useEffect(() => {
    if (target === null) return
    const mark = root.current?.querySelector(`[data-places~="${CSS.escape(target.name)}"]`)
    if (!mark) return
    bringToSight(mark)
    // What was skipped until now gets its true height only when it comes near: look again.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => bringToSight(mark)))
    if (target.focusCard !== null) {
      const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(target.focusCard)}"]`)
      card?.focus({ preventScroll: true })
    }
    return () => cancelAnimationFrame(frame)
  }, [target, root, stamp])
  const goTo = useCallback((id: string, place: number, { focusCard = false } = {}) => {
    setTarget({ name: `${id}:${place}`, focusCard: focusCard ? id : null })
  }, [])
  return goTo
}

function bringToSight(mark: Element) {
  const { top, bottom, left, right } = mark.getBoundingClientRect()
  const isSeen = mark.checkVisibility({ contentVisibilityAuto: true })
  const fits = top >= TOP && bottom <= window.innerHeight - BOTTOM && left >= 0 && right <= window.innerWidth
  if (!isSeen || !fits) mark.scrollIntoView({ block: 'center', inline: 'nearest' })
}
