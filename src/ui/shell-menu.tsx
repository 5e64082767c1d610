import { NavLink } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useLabel, useMessages } from './language.tsx'
import { useFollow } from './link.tsx'
import type { MenuEntry, MenuSection } from './module.ts'
import { useMay } from './session.tsx'
import classes from './shell.module.css'
import { en, vi } from './shell-messages.ts'
import { beginsOpen, currentEntry, menuGroups } from './shell-rules.ts'

/** What this person may open, in groups that fold. */
export function ShellMenu({ menu, path }: { readonly menu: readonly MenuEntry[]; readonly path: string }) {
  const may = useMay()
  const allowed = menu.filter(({ permission }) => may(permission ?? 'signed-in'))
  const here = currentEntry(allowed, path)
  return menuGroups(allowed).map(({ section, entries }) => (
    <MenuGroup key={section} section={section} entries={entries} here={here} />
  ))
}

type GroupProps = {
  readonly section: MenuSection
  readonly entries: readonly MenuEntry[]
  readonly here: MenuEntry | undefined
}

/** A `details`: told by readers as folded or not, and opened by the browser's own search on the page. */
function MenuGroup({ section, entries, here }: GroupProps) {
  const m = useMessages({ vi, en })
  const stored = `haidang.menu.${section}`
  const isHere = here?.section === section
  const [open, setOpen] = useState(() => isHere || beginsOpen(section, localStorage.getItem(stored)))
  const [wasHere, setWasHere] = useState(isHere)
  if (isHere !== wasHere) {
    setWasHere(isHere)
    if (isHere) setOpen(true)
  }
  const fold = (event: MouseEvent) => {
    event.preventDefault()
    localStorage.setItem(stored, open ? 'folded' : 'open')
    setOpen(!open)
  }
  return (
    <details className={classes.section} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.sectionName} onClick={fold}>
        {m.sections[section]}
        <IconChevronDown size={14} aria-hidden />
      </summary>
      <ul aria-label={m.sections[section]}>
        {entries.map((entry) => (
          <li key={entry.to}>
            <MenuLink entry={entry} isHere={entry === here} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function MenuLink({ entry, isHere }: { readonly entry: MenuEntry; readonly isHere: boolean }) {
  const say = useLabel()
  const { icon: Icon } = entry
  const link = useRef<HTMLAnchorElement>(null)
  // In a long menu the page one is on may lie below the edge.
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <NavLink
      ref={link}
      href={entry.to}
      onClick={useFollow(entry.to)}
      label={say(entry.label)}
      leftSection={<Icon size={19} stroke={1.7} aria-hidden />}
      active={isHere}
      className={classes.link ?? ''}
      {...(isHere && { 'aria-current': 'page' as const })}
    />
  )
}
