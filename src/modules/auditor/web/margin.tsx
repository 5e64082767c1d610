import { VisuallyHidden } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useMessages } from '#ui/language.tsx'
import type { CardActions } from './card-actions.ts'
import classes from './desk.module.css'
import { FindingCard } from './finding-card.tsx'
import { cardsBetween, stackCards } from './margin-layout.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { ShownFinding } from './shown-finding.ts'
import type { Anchors } from './use-anchors.ts'

type Props = {
  readonly findings: readonly ShownFinding[]
  readonly titles: ReadonlyMap<string, string>
  readonly auditId: string
  readonly anchors: Anchors
  readonly chosen: string | null
  readonly actions: CardActions
}

const GAP = 10
/** Until a card was seen. */
const GUESS = 92
/** So many cards are simply all there; of more, those near the window. */
const DRAWN_WHOLE = 120
const AROUND = 1500

/** The findings beside their places, none over another; the chosen one exactly at its place. */
export function Margin({ findings, titles, auditId, anchors, chosen, actions }: Props) {
  const m = useMessages({ vi, en })
  const root = useRef<HTMLElement>(null)
  const { heights, observe } = useHeights()
  const sight = useSight(root, findings.length > DRAWN_WHOLE)
  const last = Math.max(0, ...anchors.values())
  const cards = findings.map(({ id, places }) => ({
    id,
    // Without a place: at the top. In a part that is still on its way: at the end.
    anchor: anchors.get(id) ?? (places.length === 0 ? 0 : last + 1),
    height: heights.get(id) ?? GUESS,
  }))
  const tops = stackCards(cards, chosen, GAP)
  const drawn = sight === null ? [...cards.keys()] : cardsBetween(cards, tops, sight - AROUND, sight + AROUND * 2)
  const end = cards.length === 0 ? 0 : (tops.at(-1) ?? 0) + (cards.at(-1)?.height ?? 0)
  return (
    <aside ref={root} className={classes.margin} style={{ minHeight: end }} aria-label={m.margin}>
      <VisuallyHidden component="h2">{m.margin}</VisuallyHidden>
      {drawn.map((index) => {
        const finding = findings[index] as ShownFinding
        const isChosen = finding.id === chosen
        return (
          <div
            key={finding.id}
            ref={observe}
            data-id={finding.id}
            className={classes.slot}
            data-chosen={isChosen || undefined}
            data-severity={finding.severity}
            style={{ top: tops[index] }}
          >
            <FindingCard
              finding={finding}
              ruleTitle={titles.get(finding.rule) ?? finding.rule}
              auditId={auditId}
              isOpen={isChosen}
              actions={actions}
            />
          </div>
        )
      })}
    </aside>
  )
}

/** The heights of the cards as they are, kept up to date by one observer. */
function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [observer] = useState(
    () =>
      new ResizeObserver((entries) =>
        setHeights((known) => {
          const next = new Map(known)
          for (const { target, borderBoxSize } of entries) {
            const height = borderBoxSize[0]?.blockSize
            const id = target.getAttribute('data-id')
            if (id !== null && height) next.set(id, Math.ceil(height))
          }
          return next
        }),
      ),
  )
  useEffect(() => () => observer.disconnect(), [observer])
  const observe = (slot: HTMLElement | null) => {
    if (!slot) return
    observer.observe(slot)
    return () => observer.unobserve(slot)
  }
  return { heights, observe }
}

/** Where the window stands in the margin, in coarse steps; `null` when nobody needs to know. */
function useSight(root: RefObject<HTMLElement | null>, isNeeded: boolean): number | null {
  const [sight, setSight] = useState(0)
  useEffect(() => {
    if (!isNeeded) return
    const look = () => {
      const top = -(root.current?.getBoundingClientRect().top ?? 0)
      setSight(Math.max(0, Math.round(top / 500) * 500))
    }
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [root, isNeeded])
  return isNeeded ? sight : null
}
