import { Tabs as MantineTabs } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import classes from './tabs.module.css'

type Tab = {
  readonly key: string
  readonly label: string
  readonly count?: number
  readonly content: () => ReactNode
}

type Props = {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** Given together with `onChange` when the address bar keeps the tab. */
  readonly value?: string
  readonly onChange?: (key: string) => void
}

/** Views of one thing; only the open one is drawn. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  const [own, setOwn] = useState(tabs[0]?.key ?? '')
  const open = value ?? own
  const list = useRef<HTMLDivElement>(null)
  // On a phone the list is wider than the window: the open tab is brought into it, the page itself does not move.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[data-active]')
    if (tab && list.current) list.current.scrollLeft = tab.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2
  }, [open])
  return (
    <MantineTabs
      value={open}
      onChange={(key) => {
        if (key === null) return
        setOwn(key)
        onChange?.(key)
      }}
    >
      <MantineTabs.List ref={list} aria-label={label} className={classes.list ?? ''}>
        {tabs.map(({ key, label: text, count }) => (
          <MantineTabs.Tab key={key} value={key} className={classes.tab ?? ''}>
            {text}
            {count !== undefined && <span className={classes.count}>{formatNumber(count)}</span>}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {tabs.map(({ key, content }) => (
        <MantineTabs.Panel key={key} value={key} pt="md">
          {key === open && content()}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  )
}
