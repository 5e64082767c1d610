import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Day, daysBetween } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { parsePeriodKey, periodLabel } from '#kernel/period.ts'
import { listApprovals, listEntryTasks } from '#modules/indicators/contract.ts'
import { listReports } from '#modules/reports/contract.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Lines } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToday } from '#ui/today.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './workspace.module.css'

const SHEETS_TOPIC = 'indicators.sheets'
const MOST = 6

/** What waits for me: forms to fill in, forms to approve, reports to sign; the oldest deadline first. */
export function ToDo() {
  const m = useMessages({ vi, en })
  const may = useMay()
  const tasks = useOperation(listEntryTasks, may('indicators:write') ? {} : null, { topics: [SHEETS_TOPIC] })
  const approvals = useOperation(listApprovals, may('indicators:approve') ? {} : null, { topics: [SHEETS_TOPIC] })
  const reports = useOperation(listReports, may('reports:sign') ? { status: 'submitted', limit: MOST + 1 } : null, {
    topics: ['reports.report'],
  })
  const queries = [tasks, approvals, reports]
  const asked = queries.filter((query) => query.fetchStatus !== 'idle' || query.data !== undefined)
  const problem = queries.find((query) => query.isError)?.error
  const mine = approvals.data?.sheets.filter((sheet) => sheet.mine) ?? []
  const isEmpty = (tasks.data?.tasks.length ?? 0) + mine.length + (reports.data?.reports.length ?? 0) === 0
  const isLoading = asked.some((query) => query.isPending)
  return (
    <Section title={m.start.todo}>
      {problem && <ProblemAlert problem={problem} />}
      {isLoading && isEmpty && <Lines count={4} />}
      {!isLoading && !problem && isEmpty && <EmptyState title={m.start.nothingToDo} body={m.start.nothingToDoBody} />}
      <Stack gap="md">
        <Tasks title={m.start.fill} rest="/entry" rows={(tasks.data?.tasks ?? []).toSorted(byDeadline).map(taskRow)} />
        <Tasks title={m.start.approve} rest="/approvals" rows={mine.toSorted(byDeadline).map(taskRow)} />
        <Tasks
          title={m.start.sign}
          rest="/reports"
          rows={(reports.data?.reports ?? []).map(({ reportId, title, unitName, period }) => ({
            key: reportId,
            to: `/reports/${reportId}`,
            title: () => title,
            detail: <PeriodName period={period} before={unitName} />,
            dueOn: null,
          }))}
        />
      </Stack>
    </Section>
  )
}

type Row = {
  readonly key: string
  readonly to: string
  readonly title: (say: ReturnType<typeof useLabel>) => string
  readonly detail: ReactNode
  readonly dueOn: Day | null
}

type Task = {
  readonly form: { readonly code: string; readonly name: { readonly vi: string; readonly en: string } }
  readonly unit: { readonly id: string; readonly name: string }
  readonly period: { readonly key: string }
  readonly dueOn: string
  readonly filled: number
  readonly expected: number
}

function byDeadline(a: Task, b: Task): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0
}

function taskRow(task: Task): Row {
  const { form, unit, period, dueOn } = task
  return {
    key: `${form.code} ${unit.id} ${period.key}`,
    to: `/entry/${form.code}/${unit.id}/${period.key}`,
    title: (say) => say(form.name),
    detail: (
      <>
        <PeriodName period={period.key} before={unit.name} /> · <Filled task={task} />
      </>
    ),
    dueOn,
  }
}

function Filled({ task }: { readonly task: Task }) {
  const m = useMessages({ vi, en })
  return m.start.filled(formatNumber(task.filled), formatNumber(task.expected))
}

function PeriodName({ period, before }: { readonly period: string; readonly before: string }) {
  const { language } = useLanguage()
  const known = parsePeriodKey(period)
  return `${before} · ${known ? periodLabel(known, language) : period}`
}

type TasksProps = { readonly title: string; readonly rest: string; readonly rows: readonly Row[] }

function Tasks({ title, rest, rows }: TasksProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  if (rows.length === 0) return null
  return (
    <div>
      <Title order={3} size="h4">
        {title}
      </Title>
      <ul className={classes.tasks}>
        {rows.slice(0, MOST).map(({ key, to, title: name, detail, dueOn }) => (
          <li key={key} className={classes.task}>
            <div>
              <LinkTo to={to}>{name(say)}</LinkTo>
              <Text size="xs" c="dimmed" component="div">
                {detail}
              </Text>
            </div>
            {dueOn && <Deadline day={dueOn} />}
          </li>
        ))}
      </ul>
      {rows.length > MOST && (
        <LinkTo to={rest} size="sm">
          {m.start.more(formatNumber(rows.length - MOST))}
        </LinkTo>
      )}
    </div>
  )
}

function Deadline({ day }: { readonly day: Day }) {
  const m = useMessages({ vi, en })
  const left = daysBetween(useToday(), day)
  if (left < 0) return <StatusChip tone="bad">{m.start.overdue(formatNumber(-left))}</StatusChip>
  if (left === 0) return <StatusChip tone="warning">{m.start.dueToday}</StatusChip>
  if (left <= 7) return <StatusChip tone="warning">{m.start.dueIn(formatNumber(left))}</StatusChip>
  return <StatusChip>{m.start.dueOn(formatDay(day))}</StatusChip>
}
