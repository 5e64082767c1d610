import type { Column } from '#ui/data-table-column.ts'
import { LinkTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Notices, useAskedNotices } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { type ComplaintNotice, listComplaintNotices, markComplaintNoticesRead, NOTICES_TOPIC } from '../contract.ts'
import { type Texts, useTexts } from './texts.ts'

/** What one is told of complaints, the newest first; what is answered or with others counts as read. */
export function NoticesPage() {
  const m = useTexts()
  const toast = useToast()
  const notices = useOperation(listComplaintNotices, useAskedNotices(), { topics: [NOTICES_TOPIC], keepPrevious: true })
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
      <Notices
        label={m.noticesTitle}
        query={notices}
        columns={columnsOf(m)}
        isMarking={mark.isPending}
        onMark={(noticeIds) => mark.mutate({ noticeIds })}
      />
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
    { key: 'due', label: m.due, width: 170, cell: ({ dueAt }) => formatMoment(dueAt) },
  ]
}
