import { type ReactNode, useEffect, useRef } from 'react'
import classes from './desk.module.css'

type Props = { readonly chosen: string | null; readonly children: ReactNode }

/** The findings under each other, opened where the chosen one stands. */
export function FindingList({ chosen, children }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const start = useRef(chosen)
  useEffect(() => {
    const card = start.current && root.current?.querySelector(`[id="finding-${CSS.escape(start.current)}"]`)
    if (card) card.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={root} className={classes.list}>
      {children}
    </div>
  )
}
