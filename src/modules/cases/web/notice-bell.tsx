import { ActionIcon, Indicator } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { formatNumber } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import { useFollow } from '#ui/link.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import shell from '#ui/shell.module.css'
import { listNotices, NOTICES_TOPIC } from '../contract/watch.ts'
import { en, vi } from './bell-messages.ts'

const ADDRESS = '/cases/notices'
/** The server counts no further. */
const MOST = 100

/** How many notices are not read, in the header of every page; counted anew when the server says that there are others. */
export function NoticeBell() {
  const may = useMay()
  return may('cases:read') ? <Bell /> : null
}

function Bell() {
  const m = useMessages({ vi, en })
  const { data } = useOperation(
    listNotices,
    { unread: true, limit: 1 },
    { topics: [NOTICES_TOPIC], keepPrevious: true },
  )
  const follow = useFollow(ADDRESS)
  const unread = data?.unread ?? 0
  const count = unread >= MOST ? `${MOST - 1}+` : formatNumber(unread)
  return (
    <Indicator
      color="lamp.4"
      autoContrast
      label={<span aria-hidden>{count}</span>}
      disabled={unread === 0}
      size={18}
      offset={6}
      className={shell.bell ?? ''}
    >
      <ActionIcon
        component="a"
        href={ADDRESS}
        onClick={follow}
        variant="transparent"
        size={36}
        className={shell.control ?? ''}
        aria-label={m.bell(count)}
      >
        <IconBell size={20} aria-hidden />
      </ActionIcon>
    </Indicator>
  )
}
