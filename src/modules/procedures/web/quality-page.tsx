import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { addDays, type Day, dayAt } from '#kernel/calendar.ts'
import { dayField } from '#kernel/fields.ts'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts as Shares } from '#ui/facts.tsx'
import { Figure } from '#ui/figure.tsx'
import { useLabel } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

const TOPICS = [contract.CATALOGUE_TOPIC]
const Address = z.object({ from: dayField.optional(), to: dayField.optional() })

/** The facts behind the index: parts that are missing, decisions and publications in time or late. */
export function QualityPage() {
  const m = useTexts()
  return (
    <Page
      title={m.quality}
      lead={m.qualityLead}
      trail={[{ label: m.catalogue, to: '/procedures' }, { label: m.quality }]}
    >
      <Stack gap="md">
        <Completeness />
        <Publication />
      </Stack>
    </Page>
  )
}

function Completeness() {
  const m = useTexts()
  const say = useLabel()
  const query = useOperation(contract.checkCompleteness, {}, { topics: TOPICS })
  const answer = query.data
  return (
    <Section
      title={m.completeness}
      lead={answer && m.completenessLead(formatNumber(answer.complete), formatNumber(answer.total))}
    >
      <Loaded query={query}>
        {({ procedures }) => (
          <DataTable
            label={m.tableOf(m.completeness)}
            phone="cards"
            rows={procedures}
            rowKey={({ code }) => code}
            empty={<EmptyState title={m.allComplete} />}
            columns={[
              { key: 'code', label: m.code, width: 120, cell: ({ code }) => <code>{code}</code> },
              {
                key: 'name',
                label: m.name,
                width: 380,
                cell: ({ code, name }) => <LinkTo to={`/procedures/${code}`}>{say(name)}</LinkTo>,
              },
              {
                key: 'missing',
                label: m.missing,
                width: 300,
                cell: ({ missing }) => missing.map((part) => m.sevenParts[part]).join(', '),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}

function Publication() {
  const m = useTexts()
  const [today] = useState(() => dayAt(new Date()))
  const [{ from = addDays(today, -730), to = addDays(today, 1) }, setDays] = useAddress(Address)
  const query = useOperation(contract.listPublicationFacts, { from, to }, { topics: TOPICS, keepPrevious: true })
  const set = (name: 'from' | 'to') => (day: Day | null) => setDays({ [name]: day ?? undefined })
  return (
    <Section title={m.publication}>
      <Stack gap="md">
        <Group>
          <DateField label={m.fromDay} value={from} onChange={set('from')} clearable={false} />
          <DateField label={m.toDay} value={to} onChange={set('to')} clearable={false} />
        </Group>
        <Loaded query={query}>
          {(answer) => (
            <>
              <Shares
                facts={[
                  { label: m.decidedShare, value: <Share label={m.decidedShare} of={answer.decided} /> },
                  { label: m.publishedShare, value: <Share label={m.publishedShare} of={answer.published} /> },
                ]}
              />
              {answer.decided.unknown > 0 && (
                <Text size="sm" c="dimmed">
                  {m.unknownBasis(formatNumber(answer.decided.unknown))}
                </Text>
              )}
              <Facts facts={answer.facts} />
            </>
          )}
        </Loaded>
      </Stack>
    </Section>
  )
}

type ShareOf = { readonly numerator: number; readonly denominator: number }

function Share({ label, of: { numerator, denominator } }: { readonly label: string; readonly of: ShareOf }) {
  return <Figure label={label} numerator={numerator} denominator={denominator} form="percent" />
}

type Fact = z.output<typeof contract.listPublicationFacts.output>['facts'][number]

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const m = useTexts()
  const say = useLabel()
  return (
    <DataTable
      label={m.tableOf(m.publication)}
      phone="cards"
      rows={facts}
      rowKey={({ versionId }) => versionId}
      empty={<EmptyState title={m.noFacts} />}
      columns={[
        {
          key: 'name',
          label: m.name,
          width: 320,
          cell: ({ code, name }) => <LinkTo to={`/procedures/${code}?tab=versions`}>{say(name)}</LinkTo>,
        },
        {
          key: 'decision',
          label: m.decision,
          width: 200,
          cell: ({ decisionNumber, decisionOn }) => m.decisionOf(decisionNumber, formatDay(decisionOn)),
        },
        {
          key: 'decided',
          label: m.decidedShare,
          width: 200,
          cell: (fact) => <Verdict onTime={fact.decidedOnTime} due={fact.decisionDueOn} otherwise={m.unknown} />,
        },
        {
          key: 'published',
          label: m.publishedShare,
          width: 200,
          cell: (fact) => <Verdict onTime={fact.publishedOnTime} due={fact.publicationDueOn} otherwise={m.waiting} />,
        },
      ]}
    />
  )
}

type VerdictProps = { readonly onTime: boolean | null; readonly due: Day | null; readonly otherwise: string }

function Verdict({ onTime, due, otherwise }: VerdictProps) {
  const m = useTexts()
  return (
    <Group gap={6}>
      <StatusChip tone={onTime === null ? 'neutral' : onTime ? 'good' : 'bad'}>
        {onTime === null ? otherwise : onTime ? m.onTime : m.late}
      </StatusChip>
      {due !== null && (
        <Text span size="sm" c="dimmed">
          {m.due(formatDay(due))}
        </Text>
      )}
    </Group>
  )
}
