import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#kernel/calendar.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { useMay } from '#ui/session.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import * as contract from '../contract.ts'
import { AddOfficial, HoldPosition } from './official-forms.tsx'
import { useTexts } from './texts.ts'

type Position = { readonly id: string; readonly unitId: string; readonly unitName: string; readonly title: string }

/** Officials by name, each with what they hold today. */
export function PeopleTab() {
  const m = useTexts()
  const may = useMay()
  const [search, setSearch] = useState('')
  const [drawer, setDrawer] = useState<'add' | 'hold' | null>(null)
  const [ending, setEnding] = useState<Position | null>(null)
  const officials = useOperation(
    contract.listOfficials,
    { ...(search && { search }), limit: 200 },
    { topics: [contract.OFFICIALS_TOPIC, contract.UNITS_TOPIC], keepPrevious: true },
  )
  const mayWrite = may('organisation:write')
  return (
    <Section
      title={m.people}
      actions={
        <>
          <SearchField label={m.searchOfficial} value={search} onChange={setSearch} />
          {mayWrite && (
            <Button variant="default" onClick={() => setDrawer('add')}>
              {m.addOfficial}
            </Button>
          )}
          {mayWrite && <Button onClick={() => setDrawer('hold')}>{m.holdPosition}</Button>}
        </>
      }
    >
      <Loaded
        query={officials}
        empty={(answer) => answer.officials.length === 0}
        emptyState={<EmptyState title={m.noOfficials} />}
      >
        {(answer) => (
          <DataTable
            label={m.peopleTable}
            rows={answer.officials}
            rowKey={({ id }) => id}
            phone="cards"
            columns={[
              { key: 'name', label: m.fullName, width: 220, cell: ({ name }) => name },
              {
                key: 'positions',
                label: m.positions,
                width: 620,
                cell: ({ positions }) => <Held positions={positions} onEnd={mayWrite ? setEnding : null} />,
              },
            ]}
          />
        )}
      </Loaded>
      <SideDrawer
        opened={drawer !== null}
        title={drawer === 'add' ? m.addOfficial : m.holdPosition}
        onClose={() => setDrawer(null)}
      >
        {drawer === 'add' && <AddOfficial onDone={() => setDrawer(null)} />}
        {drawer === 'hold' && <HoldPosition onDone={() => setDrawer(null)} />}
      </SideDrawer>
      <EndPosition position={ending} onClose={() => setEnding(null)} />
    </Section>
  )
}

type HeldProps = {
  readonly positions: readonly (Position & { readonly validFrom: Day })[]
  readonly onEnd: ((position: Position) => void) | null
}

function Held({ positions, onEnd }: HeldProps) {
  const m = useTexts()
  if (positions.length === 0) return <Text c="dimmed">{m.noPosition}</Text>
  return (
    <Stack gap={4}>
      {positions.map((position) => (
        <Group key={position.id} gap="xs">
          <span>
            {position.title},{' '}
            <LinkTo to={`/units/${position.unitId}`} underline="always">
              {position.unitName}
            </LinkTo>{' '}
            <Text span size="sm" c="dimmed">
              ({m.validFrom.toLowerCase()} {formatDay(position.validFrom)})
            </Text>
          </span>
          {onEnd && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onEnd(position)}
              aria-label={`${m.endPosition}: ${position.title}, ${position.unitName}`}
            >
              {m.endPosition}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  )
}

function EndPosition({ position, onClose }: { readonly position: Position | null; readonly onClose: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const [validTo, setValidTo] = useState<Day | null>(useToday())
  const ending = useChange(contract.endPosition, {
    onDone: () => {
      toast.good(m.saved)
      onClose()
    },
    onProblem: toast.problem,
  })
  return (
    <ConfirmDialog
      opened={position !== null}
      title={m.endPosition}
      body={
        <Stack>
          <Text>{position && `${position.title}, ${position.unitName}`}</Text>
          <DateField label={m.endOn} value={validTo} onChange={setValidTo} required />
        </Stack>
      }
      confirmLabel={m.endPosition}
      danger
      busy={ending.isPending}
      onClose={onClose}
      onConfirm={() => {
        if (position && validTo) ending.mutate({ positionId: position.id, validTo })
      }}
    />
  )
}
