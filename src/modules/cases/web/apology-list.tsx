import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { type ApologyDraft, listApologyDrafts, NOTICES_TOPIC } from '../contract.ts'
import { type NotifyTexts, useNotifyTexts } from './notify-texts.ts'
import { TwoLines } from './two-lines.tsx'

type Row = ApologyDraft & { readonly caseId: string; readonly code: string | null; readonly procedureName: string }

/** Cases for which an apology is drafted, the first due first. The draft is used on the page of the case. */
export function ApologyList() {
  const m = useNotifyTexts()
  const query = useOperation(listApologyDrafts, {}, { topics: [NOTICES_TOPIC] })
  return (
    <Section title={m.drafts}>
      <Loaded query={query}>
        {({ drafts }) => (
          <DataTable
            label={m.tableOf(m.drafts)}
            columns={columnsOf(m)}
            rows={drafts}
            rowKey={({ id }) => id}
            phone="cards"
            empty={<EmptyState title={m.noDrafts} />}
          />
        )}
      </Loaded>
    </Section>
  )
}

function columnsOf(m: NotifyTexts): readonly Column<Row>[] {
  return [
    {
      key: 'case',
      label: m.case,
      cell: ({ caseId, code, procedureName }) => (
        <TwoLines top={<LinkTo to={`/cases/${caseId}?tab=due`}>{code ?? m.case}</LinkTo>} below={procedureName} />
      ),
    },
    { key: 'due', label: m.due, width: 160, cell: ({ dueAt }) => formatMoment(dueAt) },
    {
      key: 'new',
      label: m.newDue,
      width: 280,
      cell: ({ proposedDueAt, ofCases }) => (
        <TwoLines
          top={formatMoment(proposedDueAt)}
          below={ofCases === null ? m.draftDefault : m.draftOf(formatNumber(ofCases))}
        />
      ),
    },
    { key: 'person', label: m.person, width: 170, cell: ({ personName }) => personName ?? m.nobody },
  ]
}
