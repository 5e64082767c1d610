import type { Column } from '#ui/data-table-column.ts'
import { useLabel } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Notices, useAskedNotices } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { listNotices, markNoticesRead, NOTICES_TOPIC, type Notice } from '../contract.ts'
import { type NotifyTexts, useNotifyTexts } from './notify-texts.ts'

/** What rules told one of, the newest first. */
export function NoticesPage() {
  const m = useNotifyTexts()
  const say = useLabel()
  const toast = useToast()
  const notices = useOperation(listNotices, useAskedNotices(), { topics: [NOTICES_TOPIC], keepPrevious: true })
  const mark = useChange(markNoticesRead, { invalidates: [listNotices], onProblem: toast.problem })
  return (
    <Page
      title={m.noticesTitle}
      lead={m.noticesLead}
      trail={[{ label: m.cases, to: '/cases' }, { label: m.noticesTitle }]}
    >
      <Notices
        label={m.noticesTitle}
        query={notices}
        columns={columnsOf(m, say)}
        isMarking={mark.isPending}
        onMark={(noticeIds) => mark.mutate({ noticeIds })}
      />
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
    { key: 'due', label: m.due, width: 170, cell: ({ dueAt }) => formatMoment(dueAt) },
  ]
}
