import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import { useAddress } from '#ui/address.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { type AppointmentRow, callOffAppointment, listAppointments } from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { WithUnit } from './unit-choice.tsx'

const Address = z.object({ unit: z.uuid().optional(), day: z.string().optional() })
const TOPICS = ['appointments.list']

/** Who comes to a unit on a day, and whose appointment cannot be kept. */
export function AppointmentsPage() {
  const m = useMessages({ vi, en })
  const today = useToday()
  const [{ unit, day = today }, setAddress] = useAddress(Address)
  return (
    <Page title={m.title} lead={m.lead}>
      <AffectedSection />
      <WithUnit unitId={unit} none={m.noUnit}>
        {({ id: chosen }, units) => (
          <Stack gap="md">
            <Group grow align="flex-start">
              <SelectField
                label={m.unit}
                value={chosen}
                onChange={(next) => setAddress({ unit: next ?? undefined, day })}
                options={units.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <DateField
                label={m.day}
                value={day}
                onChange={(next: Day | null) => setAddress({ unit: chosen, day: next ?? undefined })}
              />
            </Group>
            <DaySection unitId={chosen} day={day} />
          </Stack>
        )}
      </WithUnit>
    </Page>
  )
}

function DaySection({ unitId, day }: { readonly unitId: string; readonly day: Day }) {
  const m = useMessages({ vi, en })
  const query = useOperation(listAppointments, { unitId, day }, { topics: TOPICS, keepPrevious: true })
  return (
    <Section title={m.ofDay(formatDay(day))} flush>
      <Rows rows={query.data?.rows} problem={query.error} label={m.title} />
    </Section>
  )
}

function AffectedSection() {
  const m = useMessages({ vi, en })
  const query = useOperation(listAppointments, {}, { topics: TOPICS })
  if ((query.data?.rows.length ?? 0) === 0) return null
  return (
    <Section title={m.affected} lead={m.affectedLead} flush>
      <Rows rows={query.data?.rows} problem={query.error} label={m.affected} withDay />
    </Section>
  )
}

type RowsProps = {
  readonly rows: readonly AppointmentRow[] | undefined
  readonly problem: unknown
  readonly label: string
  readonly withDay?: boolean
}

function Rows({ rows, problem, label, withDay = false }: RowsProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const toast = useToast()
  const [off, setOff] = useState<AppointmentRow | null>(null)
  const callOff = useChange(callOffAppointment, {
    invalidates: [listAppointments],
    onDone: () => setOff(null),
    onProblem: toast.problem,
  })
  return (
    <>
      <DataTable<AppointmentRow>
        label={m.table(label)}
        rows={rows ?? []}
        rowKey={({ id }) => id}
        state={rows === undefined && !problem ? 'loading' : 'ready'}
        problem={problem}
        phone="cards"
        empty={<EmptyState title={m.none} />}
        columns={[
          {
            key: 'time',
            label: m.time,
            width: withDay ? 170 : 90,
            cell: ({ day, at }) => (withDay ? `${at} ${formatDay(day)}` : at),
          },
          ...(withDay ? [{ key: 'unit', label: m.unit, width: 180, cell: (row: AppointmentRow) => row.unitName }] : []),
          { key: 'who', label: m.who, width: 190, cell: ({ name }) => name ?? m.erased },
          { key: 'contact', label: m.contact, width: 150, cell: ({ contact }) => contact ?? m.erased },
          {
            key: 'what',
            label: m.what,
            cell: ({ procedureName }) => (procedureName ? say(procedureName) : m.anything),
          },
          { key: 'code', label: m.code, width: 150, cell: ({ code }) => <code>{code}</code> },
          { key: 'state', label: m.state, width: 190, cell: (row) => <State row={row} /> },
          {
            key: 'off',
            label: m.callOff,
            width: 130,
            cell: (row) =>
              row.state === 'booked' && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="bad"
                  aria-label={m.callOffFor(row.code)}
                  onClick={() => setOff(row)}
                >
                  {m.callOff}
                </Button>
              ),
          },
        ]}
      />
      <ConfirmDialog
        key={off?.id}
        opened={off !== null}
        title={m.callOffFor(off?.code ?? '')}
        body={m.callOffBody}
        confirmLabel={m.callOff}
        reason
        danger
        busy={callOff.isPending}
        onConfirm={(reason) => off && callOff.mutate({ appointmentId: off.id, reason })}
        onClose={() => setOff(null)}
      />
    </>
  )
}

const TONES = { booked: 'info', arrived: 'good', cancelled: 'neutral', missed: 'warning' } as const

function State({ row }: { readonly row: AppointmentRow }) {
  const m = useMessages({ vi, en })
  if (row.affected !== null && row.state === 'booked')
    return <StatusChip tone="bad">{m.affectedWhy[row.affected]}</StatusChip>
  return <StatusChip tone={TONES[row.state]}>{m.states[row.state]}</StatusChip>
}
