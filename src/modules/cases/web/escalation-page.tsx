import { Button, List, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { type EscalationRule, escalationHealth, WATCH_TOPIC } from '../contract.ts'
import { EditRule } from './edit-rule.tsx'
import { type NotifyTexts, useNotifyTexts } from './notify-texts.ts'
import { TwoLines } from './two-lines.tsx'
import { WatchSettings } from './watch-settings.tsx'

/** Rules of escalation with the proof that each works; those that cannot fire first. */
export function EscalationPage() {
  const m = useNotifyTexts()
  const say = useLabel()
  const rules = useOperation(escalationHealth, {}, { topics: [WATCH_TOPIC] })
  const [open, setOpen] = useState<EscalationRule | 'new' | null>(null)
  return (
    <Page
      title={m.rulesTitle}
      lead={m.rulesLead}
      width="full"
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
          {m.newRule}
        </Button>
      }
    >
      <Loaded query={rules}>
        {({ rules: rows }) => (
          <DataTable
            label={m.rulesTitle}
            columns={columnsOf(m, say)}
            rows={rows}
            rowKey={({ id }) => id}
            onOpen={setOpen}
            phone="cards"
            empty={<EmptyState title={m.noRules} />}
          />
        )}
      </Loaded>
      <WatchSettings />
      <SideDrawer opened={open !== null} title={open === 'new' ? m.newRule : m.editRule} onClose={() => setOpen(null)}>
        {open !== null && <EditRule rule={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </SideDrawer>
    </Page>
  )
}

const TONES = { well: 'good', dead: 'bad', resting: 'neutral' } as const

function columnsOf(m: NotifyTexts, say: ReturnType<typeof useLabel>): readonly Column<EscalationRule>[] {
  return [
    {
      key: 'name',
      label: m.what,
      cell: (rule) => <TwoLines top={say(rule.name)} below={momentText(m, rule)} />,
    },
    { key: 'state', label: m.state, width: 250, cell: (rule) => <Health rule={rule} /> },
    {
      key: 'recipient',
      label: m.recipient,
      width: 190,
      cell: ({ recipient, unitName, procedureCode, fieldCode }) => (
        <TwoLines
          top={m.recipients[recipient]}
          below={[unitName, procedureCode, fieldCode].filter((part) => part !== null).join(' · ') || m.everywhere}
        />
      ),
    },
    {
      key: 'last',
      label: m.lastFired,
      width: 170,
      cell: ({ lastFiredAt, fired }) =>
        lastFiredAt ? (
          <TwoLines top={formatMoment(lastFiredAt)} below={`${m.fired} ${m.times(formatNumber(fired))}`} />
        ) : (
          m.never
        ),
    },
    {
      key: 'next',
      label: m.nextFiring,
      width: 190,
      cell: ({ nextAt, covers }) => (
        <TwoLines
          top={nextAt ? formatMoment(nextAt) : m.noneDue}
          below={`${m.covers} ${m.casesCount(formatNumber(covers))}`}
        />
      ),
    },
  ]
}

function momentText(m: NotifyTexts, { moment, amount, timeUnit }: EscalationRule): string {
  if (moment === 'at-due') return m.moments[moment]
  return `${m.moments[moment]} ${formatNumber(amount)} ${m.timeUnits[timeUnit]}`
}

function Health({ rule }: { readonly rule: EscalationRule }) {
  const m = useNotifyTexts()
  return (
    <Stack gap={4}>
      <span>
        <StatusChip tone={TONES[rule.state]}>{m.ruleStates[rule.state]}</StatusChip>
      </span>
      {rule.reasons.length > 0 && (
        <List size="sm">
          {rule.reasons.map((reason) => (
            <List.Item key={reason}>{m.reasons[reason]}</List.Item>
          ))}
        </List>
      )}
      {rule.silentUnits.length > 0 && (
        <Text size="sm" c="dimmed">
          {m.silentUnits(rule.silentUnits.join(', '))}
        </Text>
      )}
    </Stack>
  )
}
