import { Button } from '@mantine/core'
import { useState } from 'react'
import { isDay } from '#kernel/calendar.ts'
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
import type { ActivityEvent } from '../domain/activity.ts'
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
              entries={activities.map((one) => ({
                key: one.id,
                when: formatMoment(one.at),
                title: <What activity={one} />,
                body: <Detail activity={one} />,
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

function What({ activity }: { readonly activity: contract.Activity }) {
  const m = useMessages({ vi, en })
  const to = pageOf(activity)
  const words = m.events[activity.event]
  return to ? <LinkTo to={to}>{words}</LinkTo> : words
}

/** The page of the thing an activity is about, as far as its ids lead to one. */
function pageOf({ values, event }: contract.Activity): string | null {
  if (typeof values.reportId === 'string') return `/reports/${values.reportId}`
  if (event === 'indicators.indicator-defined' && typeof values.code === 'string') {
    return `/indicators/${encodeURIComponent(values.code)}`
  }
  const { form, unitId, period } = values
  return form && unitId && period ? `/entry/${form}/${unitId}/${period}` : null
}

function Detail({ activity }: { readonly activity: contract.Activity }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const { unit, values } = activity
  const period = parsePeriodKey(String(values.period ?? ''))
  const from = String(values.effectiveOn ?? '')
  return [
    unit?.name,
    values.code,
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
