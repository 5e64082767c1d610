import { Button } from '@mantine/core'
import { useState } from 'react'
import { isDay } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { parsePeriodKey, periodLabel } from '#kernel/period.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { Timeline } from '#ui/timeline.tsx'
import * as contract from '../contract.ts'
import { type ActivityEvent, gathered, periodOfDays } from '../domain/activity.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

const FIRST = 8
const MOST = 60

/** What has just happened in the units I may see; a new line comes by itself. */
export function LatestChanges() {
  const m = useMessages({ vi, en })
  const [limit, setLimit] = useState(FIRST)
  const activity = useOperation(
    contract.listActivity,
    { limit },
    { topics: [contract.ACTIVITY_TOPIC], keepPrevious: true },
  )
  return (
    <Section title={m.start.changes}>
      <Loaded
        query={activity}
        empty={({ activities }) => activities.length === 0}
        emptyState={<EmptyState title={m.start.noChanges} />}
      >
        {({ activities, next }) => (
          <>
            <Timeline
              label={m.start.changes}
              entries={gathered(activities).map(({ first: one, count }) => ({
                key: one.id,
                when: formatMoment(one.at),
                title: <What activity={one} count={count} />,
                body: count === 1 ? <Detail activity={one} /> : one.unit?.name,
                tone: toneOf(one.event),
              }))}
            />
            {next && limit < MOST && (
              <Button size="xs" variant="default" onClick={() => setLimit(MOST)}>
                {m.start.older}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function What({ activity, count }: { readonly activity: contract.Activity; readonly count: number }) {
  const m = useMessages({ vi, en })
  const to = pageOf(activity)
  const words = count === 1 ? m.events[activity.event] : m.start.times(m.events[activity.event], formatNumber(count))
  if (count > 1) return words
  return to ? <LinkTo to={to}>{words}</LinkTo> : words
}

/** The page of the thing an activity is about, as far as its ids lead to one. */
function pageOf({ values, event }: contract.Activity): string | null {
  if (typeof values.reportId === 'string') return `/reports/${values.reportId}`
  if (event === 'indicators.indicator-defined' && typeof values.code === 'string') {
    return `/indicators/${encodeURIComponent(values.code)}`
  }
  return event.startsWith('indicators.sheet-') ? '/completeness' : null
}

function Detail({ activity }: { readonly activity: contract.Activity }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const { unit, values } = activity
  const levels: Readonly<Record<string, string>> = m.levels
  const period =
    parsePeriodKey(String(values.period ?? '')) ??
    periodOfDays(String(values.periodFrom ?? ''), String(values.periodTo ?? ''))
  const from = String(values.effectiveOn ?? '')
  return [
    unit?.name,
    values.code,
    values.level && levels[String(values.level)],
    period && periodLabel(period, language),
    values.number && m.eventDetail.number(String(values.number)),
    values.decisionNumber && m.eventDetail.decision(String(values.decisionNumber)),
    isDay(from) && m.eventDetail.from(formatDay(from)),
    values.version && m.eventDetail.version(String(values.version)),
  ]
    .filter(Boolean)
    .join(' · ')
}

function toneOf(event: ActivityEvent): 'good' | 'warning' | 'info' {
  if (event.endsWith('issued') || event.endsWith('approved') || event.endsWith('signed')) return 'good'
  return event.endsWith('returned') || event.endsWith('reopened') ? 'warning' : 'info'
}
