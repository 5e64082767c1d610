import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { useLanguage } from '#ui/language.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { useChange, useOperation } from '#ui/query.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { useToast } from '#ui/toast.tsx'
import { CALENDAR_TOPIC, historyOfSpecialDay, type ListedDay, listSpecialDays, removeSpecialDay } from '../contract.ts'
import { DayForm } from './day-form.tsx'
import { CertaintyChip, KindChip } from './days-table.tsx'
import { useTexts } from './texts.ts'
import { dayTitle, weekdayOf } from './year-days.ts'

type Props = {
  readonly day: Day | null
  readonly special: ListedDay | undefined
  readonly manages: boolean
  readonly onClose: () => void
}

/** One day: what holds, why, since when; and changing it. */
export function DayDrawer({ day, special, manages, onClose }: Props) {
  const { language } = useLanguage()
  return (
    <SideDrawer opened={day !== null} title={day === null ? '' : dayTitle(day, language)} onClose={onClose}>
      {day !== null && <DayContent key={day} day={day} special={special} manages={manages} onClose={onClose} />}
    </SideDrawer>
  )
}

function DayContent({ day, special, manages, onClose }: Props & { readonly day: Day }) {
  const m = useTexts()
  const [editing, setEditing] = useState(false)
  const plain = weekdayOf(day) >= 5 ? m.weekend : m.workday
  if (editing)
    return <DayForm day={day} special={special} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} />
  return (
    <Stack gap="lg">
      {special ? <SpecialFacts special={special} /> : <Text>{`${m.plainDay} (${plain})`}</Text>}
      {manages && (
        <Group>
          <Button onClick={() => setEditing(true)}>{special ? m.change : m.addDay}</Button>
          {special && <RemoveDay special={special} onDone={onClose} />}
        </Group>
      )}
      <History day={day} />
    </Stack>
  )
}

function SpecialFacts({ special }: { readonly special: ListedDay }) {
  const m = useTexts()
  const { language } = useLanguage()
  const { kind, name, decision, confirmed, sourceNote } = special
  return (
    <Facts
      facts={[
        { label: m.kind, value: <KindChip kind={kind} /> },
        { label: m.certainty, value: <CertaintyChip confirmed={confirmed} /> },
        { label: m.name, value: name[language] },
        { label: m.decision, value: decision ?? m.noDecision },
        ...(sourceNote === '' ? [] : [{ label: m.sourceNote, value: sourceNote }]),
      ]}
    />
  )
}

function RemoveDay({ special, onDone }: { readonly special: ListedDay; readonly onDone: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const remove = useChange(removeSpecialDay, {
    invalidates: [listSpecialDays, historyOfSpecialDay],
    onProblem: toast.problem,
    onDone: () => {
      toast.good(m.removed)
      onDone()
    },
  })
  const { day, version } = special
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {m.remove}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={m.removeTitle(formatDay(day))}
        body={m.removeBody}
        confirmLabel={m.remove}
        danger
        reason
        busy={remove.isPending}
        onConfirm={(reason) => remove.mutate({ day, version, reason })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** Every word about the day, newest first; nothing when there is none. */
function History({ day }: { readonly day: Day }) {
  const m = useTexts()
  const { language } = useLanguage()
  const history = useOperation(historyOfSpecialDay, { day }, { topics: [CALENDAR_TOPIC] })
  if (!history.data) return null
  return (
    <div>
      <Title order={3} mb="xs">
        {m.history}
      </Title>
      <Timeline
        label={m.history}
        entries={history.data.versions.map(({ version, changedAt, kind, name, confirmed, reason }) => ({
          key: String(version),
          when: `${formatMoment(changedAt)} · ${m.version(formatNumber(version))}`,
          title: `${m.kinds[kind ?? 'removed']}: ${name[language]}${confirmed ? '' : ` (${m.unconfirmed})`}`,
          body: reason,
        }))}
      />
    </div>
  )
}
