import { Button, Group } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { z } from 'zod'
import { flagField } from '#kernel/fields.ts'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from './address.ts'
import type { CallProblem } from './call.ts'
import { CheckField } from './check-field.tsx'
import { DataTable } from './data-table.tsx'
import type { Column } from './data-table-column.ts'
import { EmptyState } from './empty-state.tsx'
import { Loaded } from './loaded.tsx'
import { formatMoment } from './moment.ts'
import { StatusChip } from './status-chip.tsx'
import { useWords } from './words.ts'

type Notice = { readonly id: string; readonly read: boolean; readonly at: string }
type Answer<N> = {
  readonly notices: readonly N[]
  /** From where older ones go on; null: there are none. */
  readonly next: string | null
  readonly unread: number
}

const Address = z.object({ unread: flagField.default(true), before: z.uuid().optional() })
/** Servers count no further, and mark no more at once. */
const MOST = 100

/** What a list of notices is asked for, as the address of the page says. */
export function useAskedNotices(): { unread: boolean; before?: string } {
  const [{ unread, before }] = useAddress(Address)
  return { unread, ...(before !== undefined && { before }) }
}

type Props<N extends Notice> = {
  readonly label: string
  readonly query: UseQueryResult<Answer<N>, CallProblem>
  /** What a notice is about; when it came and whether it was read follow by themselves. */
  readonly columns: readonly Column<N>[]
  readonly isMarking: boolean
  readonly onMark: (noticeIds: string[]) => void
}

/** What one was told of, the newest first, with how much of it is unread. */
export function Notices<N extends Notice>({ label, query, columns, isMarking, onMark }: Props<N>) {
  const words = useWords()
  const [{ unread }, setAddress] = useAddress(Address)
  return (
    <Loaded query={query}>
      {({ notices, next, unread: count }) => {
        const open = notices.filter(({ read }) => !read).map(({ id }) => id)
        return (
          <>
            <Group gap="md" mb="md" justify="space-between">
              <Group gap="md">
                <StatusChip tone={count > 0 ? 'lamp' : 'good'}>
                  {words.unread(count >= MOST ? `${MOST - 1}+` : formatNumber(count))}
                </StatusChip>
                <CheckField
                  label={words.unreadOnly}
                  value={unread}
                  onChange={(value) => setAddress({ unread: value, before: undefined })}
                />
              </Group>
              {open.length > 0 && (
                <Button variant="default" loading={isMarking} onClick={() => onMark(open.slice(0, MOST))}>
                  {words.markRead}
                </Button>
              )}
            </Group>
            <DataTable
              label={label}
              columns={[
                ...columns,
                { key: 'when', label: words.toldAt, width: 170, cell: ({ at }) => formatMoment(at) },
                {
                  key: 'state',
                  label: words.state,
                  width: 130,
                  cell: ({ read }) => (
                    <StatusChip tone={read ? 'neutral' : 'lamp'}>{read ? words.isRead : words.isUnread}</StatusChip>
                  ),
                },
              ]}
              rows={notices}
              rowKey={({ id }) => id}
              phone="cards"
              empty={<EmptyState title={words.noNotices} />}
              footer={
                next !== null && (
                  <Button size="xs" variant="default" onClick={() => setAddress({ before: next })}>
                    {words.older}
                  </Button>
                )
              }
            />
          </>
        )
      }}
    </Loaded>
  )
}
