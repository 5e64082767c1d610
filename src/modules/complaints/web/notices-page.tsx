import { Button, Group } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { type ComplaintNotice, listComplaintNotices, markComplaintNoticesRead, NOTICES_TOPIC } from '../contract.ts'
import { type Texts, useTexts } from './texts.ts'

const Address = z.object({ unread: z.boolean().default(true), before: z.uuid().optional() })
/** The server counts no further. */
const MOST = 100

/** What one is told of complaints, the newest first; what is answered or with others counts as read. */
export function NoticesPage() {
  const m = useTexts()
  const toast = useToast()
  const [{ unread, before }, setAddress] = useAddress(Address)
  const notices = useOperation(
    listComplaintNotices,
    { unread, ...(before !== undefined && { before }) },
    { topics: [NOTICES_TOPIC], keepPrevious: true },
  )
  const mark = useChange(markComplaintNoticesRead, {
    invalidates: [listComplaintNotices],
    onProblem: toast.problem,
  })
  return (
    <Page
      title={m.noticesTitle}
      lead={m.noticesLead}
      trail={[{ label: m.title, to: '/complaints' }, { label: m.noticesTitle }]}
    >
      <Loaded query={notices}>
        {({ notices: rows, next, unread: count }) => {
          const open = rows.filter(({ read }) => !read).map(({ id }) => id)
          return (
            <>
              <Group gap="md" mb="md" justify="space-between">
                <Group gap="md">
                  <StatusChip tone={count > 0 ? 'lamp' : 'good'}>
                    {m.unread(count >= MOST ? `${MOST - 1}+` : formatNumber(count))}
                  </StatusChip>
                  <CheckField
                    label={m.unreadOnly}
                    value={unread}
                    onChange={(value) => setAddress({ unread: value, before: undefined })}
                  />
                </Group>
                {open.length > 0 && (
                  <Button
                    variant="default"
                    loading={mark.isPending}
                    onClick={() => mark.mutate({ noticeIds: open.slice(0, MOST) })}
                  >
                    {m.markAll}
                  </Button>
                )}
              </Group>
              <DataTable
                label={m.noticesTitle}
                columns={columnsOf(m)}
                rows={rows}
                rowKey={({ id }) => id}
                phone="cards"
                empty={<EmptyState title={m.noNotices} />}
                footer={
                  next !== null && (
                    <Button size="xs" variant="default" onClick={() => setAddress({ before: next })}>
                      {m.older}
                    </Button>
                  )
                }
              />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function columnsOf(m: Texts): readonly Column<ComplaintNotice>[] {
  return [
    { key: 'what', label: m.what, cell: ({ kind }) => m.notices[kind] },
    {
      key: 'number',
      label: m.number,
      width: 190,
      cell: ({ complaintId, number }) => <LinkTo to={`/complaints/${complaintId}`}>{number}</LinkTo>,
    },
    { key: 'unit', label: m.unit, cell: ({ unit }) => unit },
    { key: 'due', label: m.due, width: 150, cell: ({ dueAt }) => formatMoment(dueAt) },
    { key: 'when', label: m.when, width: 150, cell: ({ at }) => formatMoment(at) },
    {
      key: 'state',
      label: m.state,
      width: 130,
      cell: ({ read }) => <StatusChip tone={read ? 'neutral' : 'lamp'}>{read ? m.isRead : m.isUnread}</StatusChip>,
    },
  ]
}
