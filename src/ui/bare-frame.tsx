import { type ReactNode, useEffect } from 'react'
import classes from './bare-frame.module.css'
import { PublicFrame, type Visitor } from './public-frame.tsx'

type Props = {
  readonly title: string
  /** `beam`: in the light of the lamp, with cards in the middle; `plain`: a page to read. */
  readonly look?: 'beam' | 'plain'
  readonly visitor?: Visitor
  readonly children: ReactNode
}

/** A page outside of the shell, in the public frame, with its title and its `main`. */
export function BareFrame({ title, look = 'plain', visitor, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Hải Đăng`
  }, [title])
  return (
    <PublicFrame look={look} visitor={visitor}>
      <main id="main" tabIndex={-1} className={classes.main} data-look={look}>
        {children}
      </main>
    </PublicFrame>
  )
}
