import { type RefObject, useEffect, useState } from 'react'

/** The height at which each finding's first place stands, in pixels from the top of `root`; hidden ones about where they will. */
export type Anchors = ReadonlyMap<string, number>

/** Measures again whenever the document changes its height or comes to sight; `stamp` tells of changed marks. */
export function useAnchors(root: RefObject<HTMLElement | null>, stamp: unknown): Anchors {
  const [anchors, setAnchors] = useState<Anchors>(new Map())
  useEffect(() => {
    const element = root.current
    if (!element) return
    let frame = 0
    const measure = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const next = anchorsIn(element)
        setAnchors((known) => (same(known, next) ? known : next))
      })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('contentvisibilityautostatechange', measure, true)
    measure()
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      element.removeEventListener('contentvisibilityautostatechange', measure, true)
    }
  }, [root, stamp])
  return anchors
}

/** Within a stretch that was never laid out, places are put under each other at this distance. */
const UNSEEN_STEP = 24

function anchorsIn(root: HTMLElement): Anchors {
  const top = root.getBoundingClientRect().top
  const anchors = new Map<string, number>()
  const unseen = new Map<Element, number>()
  for (const mark of root.querySelectorAll('[data-places]')) {
    const firsts = (mark.getAttribute('data-places') ?? '').split(' ').filter((name) => name.endsWith(':0'))
    if (firsts.length === 0) continue
    const at = heightOf(mark, unseen) - top
    for (const name of firsts) {
      const id = name.slice(0, -2)
      if (!anchors.has(id)) anchors.set(id, Math.round(at))
    }
  }
  return anchors
}

function heightOf(mark: Element, unseen: Map<Element, number>): number {
  const chunk = mark.closest('[data-chunk]')
  // Asking a skipped element for its place would lay it out; its stretch knows enough.
  if (!chunk || mark.checkVisibility({ contentVisibilityAuto: true })) return mark.getBoundingClientRect().top
  const before = unseen.get(chunk) ?? 0
  unseen.set(chunk, before + 1)
  const { top, height } = chunk.getBoundingClientRect()
  return top + Math.min(before * UNSEEN_STEP, height)
}

function same(a: Anchors, b: Anchors): boolean {
  return a.size === b.size && [...a].every(([id, at]) => b.get(id) === at)
}
