import { Stack, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { Chart } from '#ui/chart.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { Figure } from '#ui/figure.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { forecastAccuracy, workloadForecast } from '../contract.ts'
import { ApologyList } from './apology-list.tsx'
import { useNotifyTexts } from './notify-texts.ts'
import { RiskTable } from './risk-table.tsx'

/** Which cases are likely to be late and why, how good that has been, and what is coming. */
export function ForecastPage() {
  const m = useNotifyTexts()
  return (
    <Page
      title={m.forecastTitle}
      lead={m.forecastLead}
      width="full"
      trail={[{ label: m.cases, to: '/cases' }, { label: m.forecastTitle }]}
    >
      <RiskTable />
      <ApologyList />
      <Workload />
      <AccuracySection />
    </Page>
  )
}

function Workload() {
  const m = useNotifyTexts()
  const load = useOperation(workloadForecast, {})
  return (
    <Section title={m.workload}>
      <Loaded query={load}>
        {({ overdue, days }) => (
          <Stack gap="sm">
            <Text>{m.overdueNow(formatNumber(overdue))}</Text>
            <Chart
              label={m.workload}
              categories={days.map(({ day }) => formatDay(day))}
              series={[
                { name: m.dueSeries, kind: 'bar', values: days.map(({ due }) => due) },
                { name: m.arrivalSeries, kind: 'line', values: days.map(({ arrivals }) => arrivals?.middle ?? null) },
                { name: m.lowSeries, kind: 'line', values: days.map(({ arrivals }) => arrivals?.low ?? null) },
                { name: m.highSeries, kind: 'line', values: days.map(({ arrivals }) => arrivals?.high ?? null) },
              ]}
            />
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

function AccuracySection() {
  const m = useNotifyTexts()
  const query = useOperation(forecastAccuracy, {})
  return (
    <Section title={m.accuracy}>
      <Text c="dimmed" mb="sm">
        {m.accuracyLead}
      </Text>
      <Loaded query={query}>
        {({ looked, unsaid, accuracy }) => (
          <Stack gap="md">
            <Facts
              facts={[
                { label: m.looked, value: formatNumber(looked) },
                { label: m.unsaid, value: formatNumber(unsaid) },
                ...(accuracy
                  ? [
                      { label: m.brier, value: formatNumber(accuracy.brier, 3) },
                      { label: m.brierOfBase, value: formatNumber(accuracy.brierOfBase, 3) },
                      {
                        label: m.foretold,
                        value: (
                          <Figure
                            label={m.foretold}
                            numerator={accuracy.lateForetold}
                            denominator={accuracy.late}
                            form="percent"
                          />
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            {accuracy ? (
              <Chart
                label={m.calibration}
                categories={accuracy.calibration.map(({ tenth }) => m.tenthOf(tenth * 10))}
                series={[
                  {
                    name: m.foretoldCases,
                    kind: 'bar',
                    values: accuracy.calibration.map(({ foretold }) => Math.round(foretold)),
                  },
                  { name: m.lateCases, kind: 'bar', values: accuracy.calibration.map(({ late }) => late) },
                ]}
              />
            ) : (
              <EmptyState title={m.notEnough} />
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}
