import { Stack } from '@mantine/core'
import type { z } from 'zod'
import { addDays, type Day } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { getFiguresOfCounters, getWaitingGoal, setWaitingGoal } from '../contract.ts'
import { en } from './figures-messages.en.ts'
import { vi } from './figures-messages.vi.ts'

type Goal = z.output<typeof getWaitingGoal.output>['goals'][number]

/** Within how many minutes people are to be called, since when and by whose word. */
export function GoalSection() {
  const m = useMessages({ vi, en })
  const mayManage = useMay()('appointments:manage')
  const query = useOperation(getWaitingGoal, {})
  return (
    <Loaded query={query}>
      {({ minutes, goals }) => (
        <Section title={m.goalTitle} lead={m.goalLead(minutes)}>
          <Stack gap="md">
            {mayManage && <GoalForm key={goals[0]?.id} minutes={minutes} />}
            <DataTable<Goal>
              label={m.table(m.goalTitle)}
              rows={goals}
              rowKey={({ id }) => id}
              phone="cards"
              columns={[
                { key: 'from', label: m.goalFrom, width: 140, cell: ({ validFrom }) => formatDay(validFrom) },
                {
                  key: 'minutes',
                  label: m.goalMinutes,
                  width: 100,
                  align: 'end',
                  cell: (goal) => formatNumber(goal.minutes),
                },
                { key: 'reason', label: m.reason, cell: ({ reason }) => reason },
                {
                  key: 'by',
                  label: m.setBy,
                  width: 280,
                  cell: ({ setByName, setAt }) =>
                    setByName === '' ? m.withPlatform : `${setByName} (${formatMoment(setAt)})`,
                },
              ]}
            />
          </Stack>
        </Section>
      )}
    </Loaded>
  )
}

function GoalForm({ minutes }: { readonly minutes: number }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const today = useToday()
  const set = useChange(setWaitingGoal, {
    invalidates: [getWaitingGoal, getFiguresOfCounters],
    onDone: () => toast.good(m.saved),
  })
  const form = useForm({
    start: { validFrom: addDays(today, 1) as Day | null, minutes: minutes as number | null, reason: '' },
    send: (value) =>
      set.mutateAsync({ validFrom: value.validFrom ?? '', minutes: value.minutes ?? 0, reason: value.reason }),
  })
  return (
    <Form form={form} submitLabel={m.setGoal}>
      <Stack gap="sm">
        <DateField {...form.field('validFrom')} label={m.goalFrom} required />
        <NumberField {...form.field('minutes')} label={m.goalMinutes} required />
        <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
      </Stack>
    </Form>
  )
}
