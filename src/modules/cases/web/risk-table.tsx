import { Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useLanguage } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { type AtRisk, listCasesAtRisk } from '../contract.ts'
import { leftText } from './due-text.ts'
import { LikelihoodChip } from './likelihood-chip.tsx'
import { type NotifyTexts, useNotifyTexts } from './notify-texts.ts'
import { TwoLines } from './two-lines.tsx'

/** Open cases due soon, the likeliest to be late first, each with the reason. */
export function RiskTable() {
  const m = useNotifyTexts()
  const say = useLabel()
  const { language } = useLanguage()
  const query = useOperation(listCasesAtRisk, {})
  return (
    <Section title={m.atRisk}>
      <Loaded query={query}>
        {({ cases, more }) => (
          <>
            <DataTable
              label={m.tableOf(m.atRisk)}
              columns={columnsOf(m, say, language)}
              rows={cases}
              rowKey={({ caseId }) => caseId}
              phone="cards"
              empty={<EmptyState title={m.noRisk} />}
            />
            {more && (
              <Text size="sm" c="dimmed" mt="xs">
                {m.riskMore}
              </Text>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function columnsOf(m: NotifyTexts, say: ReturnType<typeof useLabel>, language: 'vi' | 'en'): readonly Column<AtRisk>[] {
  return [
    {
      key: 'case',
      label: m.case,
      cell: ({ caseId, code, procedureName }) => (
        <TwoLines top={<LinkTo to={`/cases/${caseId}`}>{code ?? m.case}</LinkTo>} below={procedureName} />
      ),
    },
    {
      key: 'likely',
      label: m.likelihood,
      width: 300,
      cell: ({ forecast }) => (
        <TwoLines
          top={<LikelihoodChip forecast={forecast} />}
          below={
            forecast && m.whyLine(formatNumber(forecast.late), formatNumber(forecast.ofCases), m.levels[forecast.level])
          }
        />
      ),
    },
    {
      key: 'due',
      label: m.due,
      width: 190,
      cell: ({ minutesLeft, dueAt }) => <TwoLines top={formatMoment(dueAt)} below={leftText(minutesLeft, language)} />,
    },
    {
      key: 'step',
      label: m.step,
      width: 210,
      cell: ({ stepName, personName }) => (
        <TwoLines top={stepName ? say(stepName) : ''} below={personName ?? m.nobody} />
      ),
    },
  ]
}
