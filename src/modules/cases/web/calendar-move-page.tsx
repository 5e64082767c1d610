import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { CALENDAR_TOPIC, listSpecialDays } from '#modules/calendar/contract.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { countCases, explainDue, getCase, listCases, moveDeadlines, previewCalendarMove } from '../contract.ts'
import { type CalendarDecision, daysMoved, decisionsOf, isTouched } from './calendar-move.ts'
import { ManyDialog } from './many-results.tsx'
import { useUnit } from './own-units.ts'
import { PageSteps, stepsOf } from './page-steps.tsx'
import { en } from './steer-messages.en.ts'
import { vi } from './steer-messages.vi.ts'
import { TickAll, TickedBar, useTickColumns } from './steer-parts.tsx'
import { useTicked } from './use-ticked.ts'

type Preview = z.output<typeof previewCalendarMove.output>
type Move = Preview['moves'][number]
const Address = z.object({ decision: z.string().max(300).optional(), unit: z.uuid().optional() })
const PAGE = 100

/** After days off or hours have changed: which deadlines would move, from when to when, and moving those that are chosen. */
export function CalendarMovePage() {
  const m = useMessages({ vi, en })
  const [{ decision, unit }, setAddress] = useAddress(Address)
  const [walked, setWalked] = useState<{ readonly of: string | undefined; readonly trail: readonly string[] }>({
    of: unit,
    trail: [],
  })
  const trail = walked.of === unit ? walked.trail : []
  const after = trail.at(-1)
  const decisions = useDecisions()
  const chosen = decisions.find((one) => one.decision === decision)
  const query = useOperation(
    previewCalendarMove,
    { limit: PAGE, ...(unit !== undefined && { unitId: unit }), ...(after !== undefined && { after }) },
    { topics: [CALENDAR_TOPIC], keepPrevious: true },
  )
  const unitOption = useUnit(unit)
  return (
    <Page
      title={m.moveTitle}
      lead={m.moveLead}
      width="full"
      trail={[{ label: m.cases, to: '/cases' }, { label: m.moveTitle }]}
      actions={
        <LinkButton to="/calendar" variant="default">
          {m.calendar}
        </LinkButton>
      }
    >
      <Group gap="md" align="flex-end" grow preventGrowOverflow={false} maw={900}>
        <SelectField
          label={m.byDecision}
          value={chosen ? chosen.decision : ALL}
          onChange={(value) => setAddress({ decision: value === ALL || value === null ? undefined : value })}
          options={[
            { value: ALL, label: m.allDecisions },
            ...decisions.map(({ decision: value }) => ({ value, label: value })),
          ]}
        />
        <UnitPicker
          label={m.byUnit}
          load={loadUnits()}
          value={unitOption}
          onChange={(one) => setAddress({ unit: one?.id })}
        />
      </Group>
      {chosen && <DaysOf decision={chosen} />}
      <Loaded query={query}>
        {(preview) => (
          <Moves
            key={`${unit} ${after}`}
            preview={preview}
            decision={chosen}
            trail={trail}
            onGo={(to) => setWalked({ of: unit, trail: to })}
          />
        )}
      </Loaded>
    </Page>
  )
}

const ALL = 'all'

/** Decisions on days of this year and the next: deadlines reach into both. */
function useDecisions(): readonly CalendarDecision[] {
  const [year] = useState(() => Number(dayAt(new Date()).slice(0, 4)))
  const now = useOperation(listSpecialDays, { year }, { topics: [CALENDAR_TOPIC] })
  const next = useOperation(listSpecialDays, { year: year + 1 }, { topics: [CALENDAR_TOPIC] })
  return decisionsOf([...(now.data?.days ?? []), ...(next.data?.days ?? [])])
}

function DaysOf({ decision: { days } }: { readonly decision: CalendarDecision }) {
  const m = useMessages({ vi, en })
  return (
    <Text size="sm">
      {m.daysOfDecision}:{' '}
      {days.map(({ day, kind }) => `${formatDay(day)} (${kind === 'off' ? m.off : m.makeUp})`).join(', ')}
    </Text>
  )
}

type Props = {
  readonly preview: Preview
  readonly decision: CalendarDecision | undefined
  readonly trail: readonly string[]
  readonly onGo: (trail: readonly string[]) => void
}

function Moves({ preview: { moves: all, looked, next }, decision, trail, onGo }: Props) {
  const m = useMessages({ vi, en })
  const moves = decision ? all.filter((move) => isTouched(move, decision.days)) : all
  const ids = moves.map(({ caseId }) => caseId)
  const ticked = useTicked(decision?.decision ?? ALL, ids)
  const columns = useTickColumns(ticked, 'due')
  const [moved, setMoved] = useState<readonly Move[] | null>(null)
  const nothing = (
    <EmptyState
      title={m.noMoves}
      body={m.noMovesBody}
      action={
        next !== null && (
          <Button variant="default" onClick={() => onGo([...trail, next])}>
            {m.lookOn}
          </Button>
        )
      }
    />
  )
  return (
    <>
      <Text size="sm" c="dimmed" aria-live="polite">
        {m.looked(formatNumber(looked), formatNumber(moves.length))}
      </Text>
      {moves.length > 0 && <TickAll ids={ids} ticked={ticked} />}
      <DataTable
        label={m.moveTitle}
        rows={moves}
        rowKey={({ caseId }) => caseId}
        phone="cards"
        height={640}
        empty={nothing}
        footer={<PageSteps {...stepsOf(trail, next, onGo)} />}
        columns={[
          ...columns,
          { key: 'unit', label: m.competent, width: 200, cell: ({ unit }) => unit.name },
          { key: 'from', label: m.from, width: 170, cell: ({ dueAt }) => formatMoment(dueAt) },
          { key: 'to', label: m.to, width: 190, cell: (move) => <NewDue move={move} /> },
        ]}
      />
      <TickedBar ticked={ticked}>
        <Button size="sm" onClick={() => setMoved(moves.filter(({ caseId }) => ticked.selection.has(caseId)))}>
          {m.move}
        </Button>
      </TickedBar>
      {moved && (
        <MoveDialog
          moves={moved}
          decision={decision}
          onCancel={() => setMoved(null)}
          onClose={() => {
            setMoved(null)
            ticked.choose([])
          }}
        />
      )}
    </>
  )
}

function NewDue({ move }: { readonly move: Move }) {
  const m = useMessages({ vi, en })
  const days = daysMoved(move)
  const moved = days === 0 ? m.sameDay : days > 0 ? m.later(formatNumber(days)) : m.sooner(formatNumber(-days))
  return (
    <>
      {formatMoment(move.wouldBeDueAt)}
      <Text span size="xs" c="dimmed" display="block">
        {moved}
      </Text>
    </>
  )
}

type DialogProps = {
  readonly moves: readonly Move[]
  readonly decision: CalendarDecision | undefined
  /** After something was done. */
  readonly onClose: () => void
  readonly onCancel: () => void
}

/** On which decision, and why. */
function MoveDialog({ moves, decision, onClose, onCancel }: DialogProps) {
  const m = useMessages({ vi, en })
  const send = useChange(moveDeadlines, {
    invalidates: [previewCalendarMove, listCases, countCases, getCase, explainDue],
  })
  const form = useForm({
    start: { decision: (decision?.decision ?? '').slice(0, 200), reason: '' },
    send: (given) => send.mutateAsync({ cases: moves.map(({ caseId, version }) => ({ caseId, version })), ...given }),
  })
  const name = m.moveMany(formatNumber(moves.length))
  const nameOf = (caseId: string) => moves.find((one) => one.caseId === caseId)?.code ?? undefined
  return (
    <ManyDialog title={name} answer={send.data} nameOf={nameOf} onCancel={onCancel} onClose={onClose}>
      <Form form={form} submitLabel={name} onCancel={onCancel}>
        <TextField {...form.field('decision')} label={m.decision} hint={m.decisionHint} required maxLength={200} />
        <ParagraphField {...form.field('reason')} label={m.reason} required rows={2} />
      </Form>
    </ManyDialog>
  )
}
