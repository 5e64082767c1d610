import { ActionIcon, Badge, Indicator, NavLink, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { type ReactNode, Suspense, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { useFollow } from '#ui/link.tsx'
import type { NoticeSource } from '#ui/module.ts'
import { useMay } from '#ui/session.tsx'
import shell from '#ui/shell.module.css'
import { en, vi } from './bell-messages.ts'
import { modules } from './modules.ts'

const sources = modules.flatMap((module) => module.notices ?? [])
/** The server counts no further. */
const MOST = 100

type Counted = { readonly source: NoticeSource; readonly unread: number }

/** How many notices are not read, of whatever modules tell of, in the header of every page; each count is that of its list. */
export function Bell() {
  const may = useMay()
  const mine = sources.filter(({ permission }) => may(permission))
  return mine.length === 0 ? null : <Count left={mine} counted={[]} />
}

/** One source after the other counts, and then the bell is drawn. */
function Count({ left, counted }: { readonly left: readonly NoticeSource[]; readonly counted: readonly Counted[] }) {
  const [source, ...rest] = left
  if (!source) return <Drawn counted={counted} />
  const { Unread } = source
  return (
    <Suspense fallback={null}>
      <Unread>{(unread) => <Count left={rest} counted={[...counted, { source, unread }]} />}</Unread>
    </Suspense>
  )
}

function Drawn({ counted }: { readonly counted: readonly Counted[] }) {
  const m = useMessages({ vi, en })
  const isMore = counted.some(({ unread }) => unread >= MOST)
  const total = counted.reduce((sum, { unread }) => sum + unread, 0)
  const count = isMore ? `${MOST - 1}+` : formatNumber(total)
  const [first] = counted
  return (
    <Marked count={count} isOff={total === 0}>
      {first && counted.length === 1 ? (
        <Straight to={first.source.to} label={m.bell(count)} />
      ) : (
        <Choice counted={counted} label={m.bell(count)} />
      )}
    </Marked>
  )
}

function Marked({
  count,
  isOff,
  children,
}: {
  readonly count: string
  readonly isOff: boolean
  readonly children: ReactNode
}) {
  return (
    <Indicator
      color="lamp.4"
      autoContrast
      label={<span aria-hidden>{count}</span>}
      disabled={isOff}
      size={18}
      offset={6}
      className={shell.bell ?? ''}
    >
      {children}
    </Indicator>
  )
}

function Straight({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <ActionIcon
      component="a"
      href={to}
      onClick={useFollow(to)}
      variant="transparent"
      size={36}
      className={shell.control ?? ''}
      aria-label={label}
    >
      <IconBell size={20} aria-hidden />
    </ActionIcon>
  )
}

/** A button that opens the lists, each with its count; choosing one or Escape closes it again. */
function Choice({ counted, label }: { readonly counted: readonly Counted[]; readonly label: string }) {
  const m = useMessages({ vi, en })
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      withinPortal={false}
      shadow="md"
      width={280}
      withRoles={false}
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="transparent"
          size={36}
          className={shell.control ?? ''}
          aria-label={label}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconBell size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <nav aria-label={m.lists}>
          {counted.map((one) => (
            <Source key={one.source.to} {...one} onChoose={() => setOpened(false)} />
          ))}
        </nav>
      </Popover.Dropdown>
    </Popover>
  )
}

function Source({ source: { to, label }, unread, onChoose }: Counted & { readonly onChoose: () => void }) {
  const say = useLabel()
  const follow = useFollow(to)
  const count = unread >= MOST ? `${MOST - 1}+` : formatNumber(unread)
  return (
    <NavLink
      href={to}
      onClick={(event) => {
        follow(event)
        onChoose()
      }}
      label={say(label)}
      rightSection={
        <Badge variant={unread > 0 ? 'filled' : 'default'} color="lamp.4" autoContrast>
          {count}
        </Badge>
      }
    />
  )
}
