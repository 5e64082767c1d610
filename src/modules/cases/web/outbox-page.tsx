import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { SubjectLink } from '#ui/subject-link.tsx'
import { useToast } from '#ui/toast.tsx'
import { listStandInMessages, STAND_INS_TOPIC, type StandInMessages, setStandInBehaviour } from '../contract.ts'
import { MESSAGE_CHANNELS } from '../domain/message.ts'
import { BEHAVIOURS, behavioursOf } from '../domain/stand-in.ts'
import { type NotifyTexts, useNotifyTexts } from './notify-texts.ts'
import { en } from './outbox-messages.en.ts'
import { vi } from './outbox-messages.vi.ts'
import { TwoLines } from './two-lines.tsx'

const useTexts = () => useMessages({ vi, en })
type Texts = ReturnType<typeof useTexts>
type StandIn = StandInMessages['standIns'][number]
type Given = StandInMessages['given'][number]

const Address = z.object({ channel: z.enum(MESSAGE_CHANNELS).optional(), after: z.uuid().optional() })

/** What reached the stand-ins of the demonstration, and how they are made to misbehave. */
export function OutboxPage() {
  const m = useTexts()
  const n = useNotifyTexts()
  const [{ channel, after }, setAddress] = useAddress(Address)
  const outbox = useOperation(
    listStandInMessages,
    { limit: 50, ...(channel && { channel }), ...(after && { after }) },
    { topics: [STAND_INS_TOPIC], keepPrevious: true },
  )
  return (
    <Page title={m.title} lead={m.lead} width="full" trail={[{ label: n.cases, to: '/cases' }, { label: m.title }]}>
      <Loaded query={outbox}>
        {({ standIns, given, next }) =>
          standIns.length === 0 ? (
            <EmptyState title={m.none} body={m.noneBody} />
          ) : (
            <Stack gap="var(--hd-gap)">
              <Alert color="warning" icon={<IconFlask aria-hidden />} title={m.notReal}>
                {m.notRealBody}
              </Alert>
              <Section title={m.standIns}>
                <StandIns standIns={standIns} />
              </Section>
              <Section
                title={m.arrived}
                actions={
                  <SelectField
                    aria-label={n.channel}
                    label={null}
                    placeholder={m.all}
                    clearable
                    options={standIns.map((one) => ({ value: one.channel, label: n.channels[one.channel] }))}
                    value={channel ?? null}
                    onChange={(value) =>
                      setAddress({ channel: MESSAGE_CHANNELS.find((one) => one === value), after: undefined })
                    }
                  />
                }
              >
                <DataTable
                  label={m.tableOf}
                  columns={columnsOf(m, n)}
                  rows={given}
                  rowKey={({ id }) => id}
                  phone="cards"
                  empty={<EmptyState title={m.nothing} body={m.nothingBody} />}
                  footer={
                    <Group gap="xs">
                      {after !== undefined && (
                        <Button size="xs" variant="default" onClick={() => setAddress({ after: undefined })}>
                          {m.newest}
                        </Button>
                      )}
                      {next !== null && (
                        <Button size="xs" variant="default" onClick={() => setAddress({ after: next })}>
                          {m.earlier}
                        </Button>
                      )}
                    </Group>
                  }
                />
              </Section>
            </Stack>
          )
        }
      </Loaded>
    </Page>
  )
}

function StandIns({ standIns }: { readonly standIns: readonly StandIn[] }) {
  const m = useTexts()
  const mayChange = useMay()('cases:define')
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {standIns.map((one) => (
          <StandInCard key={one.channel} one={one} mayChange={mayChange} />
        ))}
      </SimpleGrid>
      {!mayChange && (
        <Text size="sm" c="dimmed">
          {m.onlyDefiners}
        </Text>
      )}
    </Stack>
  )
}

function StandInCard({ one, mayChange }: { readonly one: StandIn; readonly mayChange: boolean }) {
  const m = useTexts()
  const n = useNotifyTexts()
  const toast = useToast()
  const change = useChange(setStandInBehaviour, {
    invalidates: [listStandInMessages],
    onDone: () => toast.good(m.saved),
    onProblem: toast.problem,
  })
  const { channel, behaviour, changedByName, changedAt } = one
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{n.channels[channel]}</Text>
          <StatusChip tone={behaviour === 'well' ? 'good' : 'warning'}>{m.behaviours[behaviour]}</StatusChip>
        </Group>
        {mayChange && (
          <SelectField
            label={m.behaviour}
            searchable={false}
            options={behavioursOf(channel).map((value) => ({ value, label: m.behaviours[value] }))}
            value={behaviour}
            onChange={(value) => {
              const next = BEHAVIOURS.find((each) => each === value)
              if (next && next !== behaviour) change.mutate({ channel, behaviour: next })
            }}
          />
        )}
        <Text size="sm">{m.follows[behaviour]}</Text>
        {changedByName !== null && changedAt !== null && (
          <Text size="xs" c="dimmed">
            {m.changed(changedByName, formatMoment(changedAt))}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}

function columnsOf(m: Texts, n: NotifyTexts): readonly Column<Given>[] {
  return [
    {
      key: 'when',
      label: m.when,
      width: 160,
      cell: ({ cameAt, channel }) => <TwoLines top={formatMoment(cameAt)} below={n.channels[channel]} />,
    },
    {
      key: 'case',
      label: m.to,
      width: 220,
      cell: (given) => <TwoLines top={<About given={given} />} below={given.recipient} />,
    },
    { key: 'what', label: m.what, cell: (given) => <Words given={given} /> },
    {
      key: 'outcome',
      label: m.outcome,
      width: 210,
      cell: (given) => (
        <TwoLines
          top={
            <StatusChip tone={given.behaviour === 'well' ? 'neutral' : 'warning'}>
              {m.behaviours[given.behaviour]}
            </StatusChip>
          }
          below={`${m.person}: ${personGets(given, m)}`}
        />
      ),
    },
    { key: 'report', label: m.report, width: 190, cell: (given) => reported(given, m) },
  ]
}

/** The case it belongs to, or what another module says that it is about. */
function About({ given: { caseId, caseCode, about } }: { readonly given: Given }) {
  const m = useTexts()
  const n = useNotifyTexts()
  const say = useLabel()
  if (caseId !== null) return <LinkTo to={`/cases/${caseId}?tab=messages`}>{caseCode ?? n.case}</LinkTo>
  if (about === null) return m.elsewhere
  return (
    <SubjectLink kind={about.kind} id={about.id}>
      {say(about.label)}
    </SubjectLink>
  )
}

function Words({ given: { subject, text } }: { readonly given: Given }) {
  return (
    <>
      {subject !== '' && <Text fw={600}>{subject}</Text>}
      <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </>
  )
}

/** A line that drops leaves the message taken; the same key again brings nothing new. */
function personGets({ copies, taken, behaviour }: Given, m: Texts): string {
  const known = taken && copies === 0 && behaviour !== 'losing' && behaviour !== 'undeliverable'
  return known ? m.again : (m.copies[copies] ?? String(copies))
}

function reported({ report, reportAt, reportAnswers }: Given, m: Texts): string {
  if (report === null || reportAt === null) return m.noReport
  if (reportAnswers === '') return m.reportDue(formatMoment(reportAt))
  return `${m.reports[report]} · ${m.answers(reportAnswers.replaceAll(' ', ', '))}`
}
