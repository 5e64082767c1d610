import { Fragment, type ReactNode } from 'react'
import type { FilledText, Run } from '../domain/filled.ts'
import classes from './paper.module.css'

/** What a page adds to the printed document: what a number opens, and what may be written where. */
export type Hands = {
  readonly onFigure: (key: string) => void
  /** Wraps a block that is written by hand; without it the document is only read. */
  readonly hand?: (block: FilledText, children: ReactNode) => ReactNode
  /** Something behind a table's result cell. */
  readonly cell?: (key: string) => ReactNode
}

/** Words and numbers; a number opens what stands behind it. */
export function Runs({ runs, hands }: { readonly runs: readonly Run[]; readonly hands: Hands }) {
  return runs.map(({ text, figure, missing, broken }, place) => {
    const key = `${place} ${text}`
    const face = missing ? (
      <span className={classes.gap}>{text}</span>
    ) : broken ? (
      <span className={classes.broken}>{text}</span>
    ) : (
      text
    )
    if (figure === undefined || text === '') return <Fragment key={key}>{face}</Fragment>
    return (
      <button key={key} type="button" className={classes.figure} onClick={() => hands.onFigure(figure)}>
        {face}
      </button>
    )
  })
}
