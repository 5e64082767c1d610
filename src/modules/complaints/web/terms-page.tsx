import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import {
  type AskRule,
  type ComplaintTerm,
  type HandOnRule,
  listAskRules,
  listComplaintTerms,
  listHandOnRules,
} from '../contract.ts'
import { SetAskRule, SetHandOnRule, SetTerm } from './set-terms.tsx'
import { type Texts, useTexts } from './texts.ts'

/** Within what time complaints are answered, and how that is counted when one is handed on or its citizen asked for more: from when on, by which instrument, and how sure. */
export function TermsPage() {
  const m = useTexts()
  const may = useMay()
  const terms = useOperation(listComplaintTerms, {})
  const rules = useOperation(listHandOnRules, {})
  const askRules = useOperation(listAskRules, {})
  return (
    <Page title={m.terms} lead={m.termsLead} trail={[{ label: m.title, to: '/complaints' }, { label: m.terms }]}>
      <Loaded query={terms}>
        {({ terms: rows }) => (
          <DataTable<ComplaintTerm>
            label={m.terms}
            columns={[
              { key: 'step', label: m.step, cell: ({ step }) => m.steps[step] },
              { key: 'days', label: m.workingDays, align: 'end', cell: ({ workingDays }) => workingDays },
              ...laidDown<ComplaintTerm>(m),
            ]}
            rows={rows}
            rowKey={({ id }) => id}
            phone="cards"
          />
        )}
      </Loaded>
      {may('complaints:define') && <SetTerm />}
      <Section title={m.rules} lead={m.rulesLead} flush>
        <Loaded query={rules}>
          {({ rules: rows }) => (
            <DataTable<HandOnRule>
              label={m.clock}
              columns={[
                { key: 'clock', label: m.clock, cell: ({ clock }) => m.clocks[clock] },
                ...laidDown<HandOnRule>(m),
              ]}
              rows={rows}
              rowKey={({ id }) => id}
              phone="cards"
            />
          )}
        </Loaded>
      </Section>
      {may('complaints:define') && <SetHandOnRule />}
      <Section title={m.askRules} lead={m.askRulesLead} flush>
        <Loaded query={askRules}>
          {({ rules: rows }) => (
            <DataTable<AskRule>
              label={m.askClock}
              columns={[
                { key: 'clock', label: m.askClock, cell: ({ clock }) => m.askClocks[clock] },
                ...laidDown<AskRule>(m),
              ]}
              rows={rows}
              rowKey={({ id }) => id}
              phone="cards"
            />
          )}
        </Loaded>
      </Section>
      {may('complaints:define') && <SetAskRule />}
    </Page>
  )
}

type LaidDown = Pick<ComplaintTerm, 'validFrom' | 'source' | 'certainty' | 'set'>

const TONES = { text: 'good', cited: 'neutral', unverified: 'warning' } as const

/** From when on, by which instrument, how sure, and who laid it down. */
function laidDown<Row extends LaidDown>(m: Texts): readonly Column<Row>[] {
  return [
    { key: 'from', label: m.validFrom, width: 120, cell: ({ validFrom }) => formatDay(validFrom) },
    { key: 'source', label: m.source, cell: ({ source }) => source || m.noSource },
    {
      key: 'certainty',
      label: m.certainty,
      width: 190,
      cell: ({ certainty }) => <StatusChip tone={TONES[certainty]}>{m.certainties[certainty]}</StatusChip>,
    },
    {
      key: 'set',
      label: m.setBy,
      cell: ({ set }) => (set ? `${set.byName}, ${formatMoment(set.at)}: ${set.reason}` : m.withPlatform),
    },
  ]
}
