import { ActionIcon, Badge, Indicator, Menu } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { type ReactNode, Suspense } from 'react'
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
        <Menu position="bottom-end" withinPortal={false} shadow="md" width={280}>
          <Menu.Target>
            <ActionIcon variant="transparent" size={36} className={shell.control ?? ''} aria-label={m.bell(count)}>
              <IconBell size={20} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {counted.map((one) => (
              <Source key={one.source.to} {...one} />
            ))}
          </Menu.Dropdown>
        </Menu>
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

function Source({ source: { to, label }, unread }: Counted) {
  const say = useLabel()
  const count = unread >= MOST ? `${MOST - 1}+` : formatNumber(unread)
  return (
    <Menu.Item
      component="a"
      href={to}
      onClick={useFollow(to)}
      rightSection={
        <Badge variant={unread > 0 ? 'filled' : 'default'} color="lamp.4" autoContrast>
          {count}
        </Badge>
      }
    >
      {say(label)}
    </Menu.Item>
  )
}
