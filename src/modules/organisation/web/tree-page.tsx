import { Stack, Text } from '@mantine/core'
import { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import { dayField } from '#kernel/fields.ts'
import { useAddress } from '#ui/address.ts'
import { DaySlider } from '#ui/day-slider.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkButton, LinkTo, useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToday } from '#ui/today.ts'
import { TreeView } from '#ui/tree-view.tsx'
import * as contract from '../contract.ts'
import { ChangeList } from './change-list.tsx'
import { Counts } from './counts.tsx'
import { useMarks } from './marks.ts'
import { useTexts } from './texts.ts'
import { nodesOf, openAtFirst } from './tree-nodes.ts'

const Address = z.object({ day: dayField.optional(), search: z.string().default('') })
const TOPICS = [contract.UNITS_TOPIC]

/** The tree of units on any day: drag the day and see units merge, split and move. */
export function TreePage() {
  const m = useTexts()
  const may = useMay()
  const today = useToday()
  const [{ day = today, search }, setAddress] = useAddress(Address)
  const tree = useOperation(contract.treeAt, { day }, { topics: TOPICS, keepPrevious: true })
  const isEmpty = tree.data?.firstDay === null
  return (
    <Page
      title={m.treeTitle}
      lead={m.treeLead}
      actions={
        <>
          {may('organisation:import') && (
            <LinkButton to="/units/import" variant="default">
              {m.import}
            </LinkButton>
          )}
          {may('organisation:write') && <LinkButton to="/units/change">{m.change}</LinkButton>}
        </>
      }
    >
      <Loaded
        query={tree}
        empty={() => isEmpty}
        emptyState={<EmptyState title={m.noUnits} body={m.noUnitsBody} />}
        lines={12}
      >
        {(answer) => (
          <Stack gap="md">
            <TimeSection answer={answer} day={day} today={today} onDay={(next) => setAddress({ day: next })} />
            <ChangesOfDay day={day} isTurning={answer.changeDays.some((change) => change.day === day)} />
            <Section
              title={m.treeOf(formatDay(day))}
              actions={
                <SearchField label={m.search} value={search} onChange={(text) => setAddress({ search: text })} />
              }
            >
              {search === '' ? <Tree answer={answer} day={day} /> : <Found search={search} day={day} />}
            </Section>
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

function TimeSection(props: { answer: contract.TreeAnswer; day: Day; today: Day; onDay: (day: Day) => void }) {
  const m = useTexts()
  const { answer, day, today, onDay } = props
  const lastChange = answer.changeDays.at(-1)?.day ?? today
  const last = lastChange > today ? lastChange : today
  const first = answer.firstDay ?? today
  const marks = useMarks(answer.changeDays, first, last)
  return (
    <Section title={m.countsOf(formatDay(day))}>
      <Stack gap="lg">
        <DaySlider
          label={m.day}
          from={first < day ? first : day}
          to={last > day ? last : day}
          value={day}
          onChange={onDay}
          marks={marks}
        />
        <Counts counts={answer.counts} />
      </Stack>
    </Section>
  )
}

function ChangesOfDay({ day, isTurning }: { readonly day: Day; readonly isTurning: boolean }) {
  const m = useTexts()
  const input = isTurning ? { from: day, to: day, limit: 100 } : null
  const changes = useOperation(contract.listChanges, input, { topics: TOPICS })
  if (!isTurning) return null
  return (
    <Section title={m.changesOn(formatDay(day))}>
      <Loaded query={changes}>{(answer) => <ChangeList changes={answer.changes.toReversed()} />}</Loaded>
    </Section>
  )
}

function Tree({ answer, day }: { readonly answer: contract.TreeAnswer; readonly day: Day }) {
  const m = useTexts()
  const goTo = useGoTo()
  const expanded = openAtFirst(answer.units)
  const turned = new Map(answer.units.filter(({ validFrom }) => validFrom === day).map((unit) => [unit.unitId, unit]))
  return (
    <TreeView
      key={expanded.join(' ')}
      label={m.tree}
      nodes={nodesOf(answer.units)}
      expanded={expanded}
      onSelect={(unitId) => goTo(`/units/${unitId}?day=${day}`)}
      mark={(node) => {
        const unit = turned.get(node.id)
        if (!unit) return null
        const isNew = unit.beganOn === day
        return <StatusChip tone={isNew ? 'good' : 'lamp'}>{isNew ? m.fresh : m.altered}</StatusChip>
      }}
    />
  )
}

function Found({ search, day }: { readonly search: string; readonly day: Day }) {
  const m = useTexts()
  const found = useOperation(contract.listUnits, { search, day, limit: 100 }, { topics: TOPICS, keepPrevious: true })
  return (
    <Loaded query={found} empty={({ total }) => total === 0} emptyState={<EmptyState title={m.nothingFound} />}>
      {({ total, units }) => (
        <Stack gap="xs">
          <Text size="sm" c="dimmed" aria-live="polite">
            {m.found(total)}
          </Text>
          <Stack gap={6} component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {units.map((unit) => (
              <li key={unit.unitId}>
                <LinkTo to={`/units/${unit.unitId}?day=${day}`} underline="always">
                  {unit.name}
                </LinkTo>{' '}
                <Text span size="sm" c="dimmed">
                  {[unit.code, ...unit.path].filter((part) => part !== null).join(' · ')}
                </Text>
              </li>
            ))}
          </Stack>
        </Stack>
      )}
    </Loaded>
  )
}
