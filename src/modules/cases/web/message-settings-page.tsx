import { Alert, Button, List, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { useLabel } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { listMessageTemplates, MESSAGES_TOPIC, type MessageTemplate, messageOverview } from '../contract.ts'
import { MESSAGE_STATES } from '../domain/message.ts'
import { EditTemplate } from './edit-template.tsx'
import { LetterSettings } from './letter-settings.tsx'
import { type NotifyTexts, useNotifyTexts } from './notify-texts.ts'
import { TwoLines } from './two-lines.tsx'
import { actWords } from './words.ts'

/** How messages to citizens are doing, by channel, and the words of each act. */
export function MessageSettingsPage() {
  const m = useNotifyTexts()
  const say = useLabel()
  const [open, setOpen] = useState<MessageTemplate | 'new' | null>(null)
  const templates = useOperation(listMessageTemplates, { limit: 500 }, { topics: [MESSAGES_TOPIC], keepPrevious: true })
  return (
    <Page
      title={m.settingsTitle}
      lead={m.settingsLead}
      width="full"
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
          {m.newTemplate}
        </Button>
      }
    >
      <Overview />
      <LetterSettings />
      <Section title={m.templates}>
        <Loaded query={templates}>
          {({ templates: rows }) => (
            <DataTable
              startSort={{ key: 'act', descending: false }}
              label={m.tableOf(m.templates)}
              columns={templateColumns(m, say)}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={setOpen}
              phone="cards"
            />
          )}
        </Loaded>
      </Section>
      <SideDrawer
        opened={open !== null}
        title={open === null || open === 'new' ? m.newTemplate : m.editTemplate(say(actWords[open.act]))}
        onClose={() => setOpen(null)}
      >
        {open !== null && <EditTemplate template={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </SideDrawer>
    </Page>
  )
}

function Overview() {
  const m = useNotifyTexts()
  const overview = useOperation(messageOverview, {}, { topics: [MESSAGES_TOPIC] })
  return (
    <Section title={m.overview}>
      <Loaded query={overview}>
        {({ channels, failures, withoutAddress }) => (
          <>
            {withoutAddress && (
              <Alert color="warning" mb="md" title={m.withoutAddress}>
                {m.withoutAddressBody}
              </Alert>
            )}
            <DataTable
              label={m.tableOf(m.overview)}
              columns={channelColumns(m)}
              rows={channels}
              rowKey={({ channel }) => channel}
              phone="cards"
            />
            {channels.some(({ simulated }) => simulated) && <LinkTo to="/cases/outbox">{m.outbox}</LinkTo>}
            {failures.length > 0 && (
              <>
                <Text fw={600} mt="md">
                  {m.failures}
                </Text>
                <List>
                  {failures.map(({ channel, code, count }) => (
                    <List.Item key={`${channel} ${code}`}>
                      {m.failureLine(m.channels[channel], code, formatNumber(count))}
                    </List.Item>
                  ))}
                </List>
              </>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

type ChannelRow = z.output<typeof messageOverview.output>['channels'][number]

function channelColumns(m: NotifyTexts): readonly Column<ChannelRow>[] {
  return [
    { key: 'channel', label: m.channel, width: 150, cell: ({ channel }) => m.channels[channel] },
    {
      key: 'configured',
      label: m.state,
      width: 170,
      cell: ({ configured, simulated }) => (
        <StatusChip tone={configured && !simulated ? 'good' : 'warning'}>
          {simulated ? m.simulatedShort : configured ? m.configured : m.notConfiguredShort}
        </StatusChip>
      ),
    },
    ...MESSAGE_STATES.map(
      (state): Column<ChannelRow> => ({
        key: state,
        label: m.states[state],
        width: 88,
        align: 'end',
        cell: ({ counts }) => formatNumber(counts.find((one) => one.state === state)?.count ?? 0),
      }),
    ),
    {
      key: 'oldest',
      label: m.oldest,
      width: 160,
      cell: ({ oldestWaiting, pausedUntil }) => (
        <TwoLines
          top={oldestWaiting ? formatMoment(oldestWaiting) : m.none}
          below={pausedUntil && `${m.paused} ${formatMoment(pausedUntil)}`}
        />
      ),
    },
    {
      key: 'rate',
      label: m.pace,
      width: 150,
      cell: ({ perMinute, mostAttempts }) => (
        <TwoLines top={m.perMinute(formatNumber(perMinute))} below={m.mostAttempts(formatNumber(mostAttempts))} />
      ),
    },
  ]
}

function templateColumns(m: NotifyTexts, say: ReturnType<typeof useLabel>): readonly Column<MessageTemplate>[] {
  return [
    {
      key: 'act',
      label: m.act,
      width: 190,
      cell: ({ act }) => say(actWords[act]),
      sortBy: ({ act }) => say(actWords[act]),
    },
    {
      key: 'channel',
      label: m.channel,
      width: 140,
      cell: ({ channel }) => m.channels[channel],
      sortBy: ({ channel }) => channel,
    },
    {
      key: 'language',
      label: m.language,
      width: 120,
      cell: ({ language }) => m.languages[language],
      sortBy: ({ language }) => language,
    },
    { key: 'text', label: m.text, cell: ({ text }) => text },
    {
      key: 'automatic',
      label: m.isAutomatic,
      width: 130,
      cell: ({ automatic }) => (automatic ? m.yes : m.no),
      sortBy: ({ automatic }) => (automatic ? 0 : 1),
    },
    { key: 'from', label: m.validFrom, width: 130, cell: ({ validFrom }) => formatDay(validFrom) },
  ]
}
