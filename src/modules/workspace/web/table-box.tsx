import type { ReactNode } from 'react'
import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './workspace.module.css'

/** The table of what `label` says: plain, so that it may scroll sideways on a narrow screen and prints as it is. */
export function TableBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const m = useMessages({ vi, en })
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.tableBox} aria-label={m.tableOf(label)} tabIndex={0}>
      <table className={classes.table}>{children}</table>
    </section>
  )
}
