import { AppShell, Burger, Group, ScrollArea, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useMessages } from './language.tsx'
import { useFollow } from './link.tsx'
import { useLiveState } from './live.ts'
import { NamedMark } from './mark.tsx'
import type { MenuEntry } from './module.ts'
import { SkipLink } from './page.tsx'
import { Ribbon } from './ribbon.tsx'
import classes from './shell.module.css'
import { ShellMenu } from './shell-menu.tsx'
import { en, vi } from './shell-messages.ts'
import { useWords } from './words.ts'

type Props = {
  readonly menu: readonly MenuEntry[]
  /** Between mark and controls: the search box. */
  readonly search?: ReactNode
  /** At the right edge: language, theme, account. */
  readonly controls?: ReactNode
  /** A permanent band under the header, such as "Demonstration data". */
  readonly ribbon?: string | null
  /** Further `ShellNotice`s under it. */
  readonly notices?: ReactNode
  readonly children: ReactNode
}

/** The frame around every page: header, menu by permission, and what must never be overlooked. */
export function Shell({ menu, search, controls, ribbon, notices, children }: Props) {
  const m = useMessages({ vi, en })
  const [opened, { toggle, close }] = useDisclosure(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(close, [path, close])
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: !opened } }}
      classNames={{ header: classes.header ?? '', navbar: classes.navbar ?? '', main: classes.main ?? '' }}
    >
      <SkipLink />
      <AppShell.Header component="header">
        <Beam />
        <Group h="100%" px="md" gap="sm" wrap="nowrap" className={classes.bar}>
          <Burger
            opened={opened}
            onClick={toggle}
            hiddenFrom="md"
            size="sm"
            color="#fff"
            aria-label={m.menu}
            aria-expanded={opened}
          />
          <HomeLink label={m.home} />
          <div className={classes.search}>{search}</div>
          {controls}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label={m.menu} data-opened={opened}>
        <ScrollArea className={classes.menu} type="hover" scrollbarSize={7}>
          <ShellMenu menu={menu} path={path} />
        </ScrollArea>
        <Text size="xs" c="dimmed" className={classes.motto}>
          {m.motto}
        </Text>
      </AppShell.Navbar>
      {/* Every page brings its own `main`. */}
      <div className={classes.content}>
        <Ribbon text={ribbon ?? null} />
        <OfflineMark />
        {notices}
        {children}
      </div>
    </AppShell>
  )
}

function HomeLink({ label }: { readonly label: string }) {
  return (
    <a href="/" className={classes.home} aria-label={label} onClick={useFollow('/')}>
      <NamedMark size={34} />
    </a>
  )
}

type NoticeProps = { readonly icon: ReactNode; readonly children: ReactNode }

/** A band over the page for what must not be overlooked. */
export function ShellNotice({ icon, children }: NoticeProps) {
  return (
    <output className={classes.offline}>
      {icon}
      {children}
    </output>
  )
}

function OfflineMark() {
  const words = useWords()
  const live = useLiveState()
  return (
    <output className={classes.status}>
      {live === 'offline' && (
        <span className={classes.offline}>
          <IconPlugConnectedX size={16} aria-hidden /> {words.offline}
        </span>
      )}
    </output>
  )
}

/** The lamp's light over the header. */
function Beam() {
  return (
    <svg className={classes.beam} viewBox="0 0 600 60" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <linearGradient id="hd-beam">
          <stop offset="0" stopColor="#ffe0a3" stopOpacity="0.3" />
          <stop offset="1" stopColor="#ffe0a3" stopOpacity="0" />
        </linearGradient>
      </defs>
      <path d="M0 25 600-60V110L0 30z" fill="url(#hd-beam)" />
    </svg>
  )
}
