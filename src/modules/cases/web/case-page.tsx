import { Group, Stack, Text } from '@mantine/core'
import { z } from 'zod'
import { useAddress, usePathPart } from '#ui/address.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { usePassed } from '#ui/passed.ts'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { type CaseDetail, caseTopic, getCase } from '../contract.ts'
import { ActBar } from './act-bar.tsx'
import { DueChip, StateChip } from './case-chips.tsx'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import { DueSection } from './due-section.tsx'
import { ForecastPanel } from './forecast-panel.tsx'
import { FormSection } from './form-section.tsx'
import { LettersSection } from './letters-section.tsx'
import { MessagesSection } from './messages-section.tsx'
import { OpinionsSection } from './opinions-section.tsx'
import { OverviewSection } from './overview-section.tsx'
import { PapersSection } from './papers-section.tsx'
import { PrintMenu } from './print-menu.tsx'
import { ProgressSection } from './progress-section.tsx'

const Address = z.object({
  tab: z.enum(['overview', 'form', 'papers', 'progress', 'opinions', 'messages', 'due']).default('overview'),
})

/** One case: what it is, what can be done with it now, and everything that happened. */
export function CasePage() {
  const m = useMessages({ vi, en })
  const caseId = usePathPart('caseId')
  const one = useOperation(getCase, { caseId }, { topics: [caseTopic(caseId)] })
  const { data } = one
  const title = data ? (data.code ?? m.noCode) : m.oneCase
  return (
    <Page
      // The code, not the name: titles stand in the history of the browser.
      title={title}
      trail={[{ label: m.cases, to: '/cases' }, { label: title }]}
      lead={data && <Lead one={data} />}
      actions={data && <PrintMenu one={data} />}
    >
      <Loaded query={one} lines={8}>
        {(detail) => (
          <>
            <ActBar one={detail} />
            <Parts one={detail} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Lead({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <>
      <Text c="var(--mantine-color-text)" fw={600}>
        {one.subjectName}: {one.title}
      </Text>
      <Group gap="xs" mt={8}>
        <StateChip state={one.business} />
        <DueChip due={one} />
        {one.waiting !== null && <WaitingChip dueAt={one.waiting.dueAt} />}
        {one.demonstration && <StatusChip>{m.demonstration}</StatusChip>}
        <Text size="sm" c="dimmed">
          {one.stepName ? `${say(one.stepName)} · ` : ''}
          {one.assigneeName ? m.actBy(one.assigneeName, one.unit.name) : one.unit.name}
        </Text>
      </Group>
    </>
  )
}

/** That the citizen wrote and waits, and until when they are answered. */
function WaitingChip({ dueAt }: { readonly dueAt: string }) {
  const m = useMessages({ vi, en })
  const late = usePassed(dueAt)
  return <StatusChip tone={late ? 'bad' : 'lamp'}>{m.citizenWaits(formatMoment(dueAt))}</StatusChip>
}

function Parts({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const [{ tab }, setAddress] = useAddress(Address)
  return (
    <Tabs
      label={m.tabs}
      value={tab}
      onChange={(key) => setAddress({ tab: Address.shape.tab.parse(key) })}
      tabs={[
        { key: 'overview', label: m.overview, content: () => <OverviewSection one={one} /> },
        ...(one.hasForm ? [{ key: 'form' as const, label: m.form, content: () => <FormSection one={one} /> }] : []),
        { key: 'papers', label: m.papers, count: one.papers.length, content: () => <PapersSection one={one} /> },
        { key: 'progress', label: m.progress, content: () => <ProgressSection one={one} /> },
        {
          key: 'opinions',
          label: m.opinions,
          ...(one.opinions.length > 0 && { count: one.opinions.length }),
          content: () => <OpinionsSection one={one} />,
        },
        {
          key: 'messages',
          label: m.messages,
          content: () => (
            <Stack gap="var(--hd-gap)">
              <LettersSection one={one} />
              <MessagesSection one={one} />
            </Stack>
          ),
        },
        { key: 'due', label: m.due, content: () => <Due one={one} /> },
      ]}
    />
  )
}

function Due({ one }: { readonly one: CaseDetail }) {
  return (
    <Stack gap="var(--hd-gap)">
      <DueSection one={one} />
      {one.receivedAt !== null && <ForecastPanel one={one} />}
    </Stack>
  )
}
