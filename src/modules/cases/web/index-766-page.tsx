import { Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { formatNumber, roundHalfUp } from '#kernel/number.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Figure } from '#ui/figure.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { daysOf } from './asked-days.ts'
import { BehindLine } from './behind-line.tsx'
import { CountingBar } from './counting-bar.tsx'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'
import { useCountingView } from './counting-view.ts'
import { MeanTime } from './mean-time.tsx'
import { TableDownloads } from './table-downloads.tsx'

type Answer = z.output<typeof contract.index766.output>
/** Points with at most two decimals. */
const shown = (points: number) => formatNumber(roundHalfUp(points, 2))

type Line = Answer['lines'][number]
const FIGURES_TOPIC = 'indicators.figures'

/** The 766 index as it stands: a card per group, what each line earns, what is missing, and the cases that cost points. */
export function Index766Page() {
  const m = useMessages({ vi, en })
  const view = useCountingView()
  const { procedure } = view
  const asked = daysOf(view)
  const index = useOperation(
    contract.index766,
    asked && { ...asked, ...(procedure !== null && { procedureCode: procedure }) },
    { topics: [FIGURES_TOPIC], keepPrevious: true },
  )
  const [line, setLine] = useState<Line | null>(null)
  const say = useLabel()
  return (
    <Page
      title={m.index}
      lead={m.indexLead}
      width="full"
      actions={
        <Group gap="sm">
          <LinkTo to="/index-766/weights">{m.weights}</LinkTo>
          <TableDownloads view={view} table="index-766" />
        </Group>
      }
    >
      <CountingBar view={view} />
      {!view.unit && <EmptyState title={m.chooseUnit} body={m.chooseUnitBody} />}
      {view.unit && (
        <Loaded query={index} lines={10}>
          {(answer) => (
            <Stack gap="md">
              <Total answer={answer} />
              {answer.groups.map((group) => (
                <Section key={group.group} title={say(group.name)} actions={<Score {...group} />}>
                  <Stack gap="sm">
                    {answer.lines
                      .filter((one) => one.group === group.group)
                      .map((one) => (
                        <LineOf key={one.id} line={one} onOpen={() => setLine(one)}>
                          {one.id === '2.2' && <MeanTime view={view} meanTime={answer.meanTime} />}
                        </LineOf>
                      ))}
                  </Stack>
                </Section>
              ))}
            </Stack>
          )}
        </Loaded>
      )}
      <BehindLine view={view} line={line} onClose={() => setLine(null)} />
    </Page>
  )
}

function Total({ answer: { total, bands, days } }: { readonly answer: Answer }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <Group gap="md" align="baseline">
      <Figure label={m.index} value={total.points} decimals={2} size="large" />
      <Text>{m.outOf(shown(total.maxPoints))}</Text>
      <Text>{m.bands(say(bands.low), say(bands.high))}</Text>
      {total.unknownPoints > 0 && <StatusChip tone="neutral">{m.unknownPoints(shown(total.unknownPoints))}</StatusChip>}
      {total.withoutSourcePoints > 0 && (
        <StatusChip tone="warning">{m.withoutSource(shown(total.withoutSourcePoints))}</StatusChip>
      )}
      <Text size="sm" c="dimmed">
        {say(days.label)} · {m.structureOn(formatDay(days.structureDay))}
      </Text>
    </Group>
  )
}

function Score({ points, maxPoints, withoutSourcePoints }: Answer['total']) {
  const m = useMessages({ vi, en })
  if (maxPoints === 0 && withoutSourcePoints > 0)
    return <StatusChip tone="warning">{m.withoutSource(shown(withoutSourcePoints))}</StatusChip>
  return <Text fw={600}>{m.pointsOf(shown(points), shown(maxPoints))}</Text>
}

type LineProps = { readonly line: Line; readonly onOpen: () => void; readonly children: ReactNode }

function LineOf({ line, onOpen, children }: LineProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { points, maxPoints, weight, cap, lost, hasSource } = line
  const costs = line.opens === 'procedures' ? m.lostProcedures : m.lost
  const notes = [
    cap !== null && m.cap(formatNumber(cap)),
    weight?.assumed ? m.assumed : weight && !weight.checked && m.unchecked,
  ].filter(Boolean)
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
      <div>
        <Text fw={500}>
          {line.id} {say(line.name)}
        </Text>
        <Text size="xs" c="dimmed">
          {say(line.formula)}
        </Text>
        {line.missing.map((what) => (
          <StatusChip key={what.en} tone="warning">
            {say(what)}
          </StatusChip>
        ))}
      </div>
      <Stack gap={4}>
        <Group justify="space-between" gap="xs">
          {children || line.ratio === null ? (
            <Text size="sm">
              {maxPoints === null
                ? m.notScored
                : line.opens === null && line.missing.length > 0
                  ? m.noSource
                  : m.nothingToCount}
            </Text>
          ) : (
            <Stack gap={2}>
              <Figure
                label={`${line.id} ${say(line.name)}`}
                form="percent"
                numerator={line.numerator}
                denominator={line.denominator}
                onOpen={onOpen}
              />
              {line.id === '3.3' && <Text size="xs">{m.timesSynced(formatNumber(line.ratio))}</Text>}
            </Stack>
          )}
          {maxPoints !== null && hasSource && (
            <Text size="sm" fw={600}>
              {m.pointsOf(points === null ? '—' : shown(points), shown(maxPoints))}
            </Text>
          )}
        </Group>
        {children}
        {maxPoints !== null && maxPoints > 0 && hasSource && (
          <Progress value={points === null ? 0 : (points / maxPoints) * 100} aria-label={`${m.points}: ${line.id}`} />
        )}
        <Text size="xs" c="dimmed">
          {[...notes, lost !== null && lost > 0 && costs(formatNumber(lost))].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
    </SimpleGrid>
  )
}
