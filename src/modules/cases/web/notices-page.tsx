import { Button, Group } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { listNotices, markNoticesRead, NOTICES_TOPIC, type Notice } from '../contract.ts'
import { type NotifyTexts, useNotifyTexts } from './notify-texts.ts'

const Address = z.object({ unread: z.boolean().default(true), before: z.uuid().optional() })

/** What rules told one of, the newest first. */
export function NoticesPage() {
  const m = useNotifyTexts()
  const say = useLabel()
  const toast = useToast()
  const [{ unread, before }, setAddress] = useAddress(Address)
  const notices = useOperation(
    listNotices,
    { unread, ...(before !== undefined && { before }) },
    { topics: [NOTICES_TOPIC], keepPrevious: true },
  )
  const mark = useChange(markNoticesRead, { invalidates: [listNotices], onProblem: toast.problem })
  return (
    <Page
      title={m.noticesTitle}
      lead={m.noticesLead}
      trail={[{ label: m.cases, to: '/cases' }, { label: m.noticesTitle }]}
    >
      <Loaded query={notices}>
        {({ notices: rows, next, unread: count }) => {
          const open = rows.filter(({ read }) => !read).map(({ id }) => id)
          return (
            <>
              <Group gap="md" mb="md" justify="space-between">
                <Group gap="md">
                  <StatusChip tone={count > 0 ? 'lamp' : 'good'}>
                    {m.unread(count >= 100 ? '99+' : formatNumber(count))}
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
                    onClick={() => mark.mutate({ noticeIds: open.slice(0, 100) })}
                  >
                    {m.markAll}
                  </Button>
                )}
              </Group>
              <DataTable
                label={m.noticesTitle}
                columns={columnsOf(m, say)}
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

function columnsOf(m: NotifyTexts, say: ReturnType<typeof useLabel>): readonly Column<Notice>[] {
  return [
    {
      key: 'what',
      label: m.what,
      cell: ({ kind, ruleName }) => (ruleName ? say(ruleName) : kind === 'letter' ? m.letterNotice : m.apologyNotice),
    },
    {
      key: 'case',
      label: m.case,
      width: 220,
      cell: ({ caseId, code, kind }) => (
        <LinkTo to={`/cases/${caseId}${kind === 'letter' ? '?tab=messages' : ''}`}>{code ?? m.case}</LinkTo>
      ),
    },
    { key: 'procedure', label: m.procedure, cell: ({ procedureName }) => procedureName },
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
