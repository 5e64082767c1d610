import { Alert, Group, Stack, Text } from '@mantine/core'
import { z } from 'zod'
import { useAddress, usePathPart } from '#ui/address.ts'
import { useLabel } from '#ui/language.tsx'
import { LinkButton, LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { Tabs } from '#ui/tabs.tsx'
import * as contract from '../contract.ts'
import type { ProcedureAnswer } from './answers.ts'
import { DemonstrationChip } from './demonstration-chip.tsx'
import { ProcedureContentView } from './procedure-content.tsx'
import { ProcessesTab } from './processes-tab.tsx'
import { useTexts } from './texts.ts'
import { useWords } from './use-words.ts'
import { VersionsTab } from './versions-tab.tsx'

const Address = z.object({ versionId: z.string().optional(), tab: z.string().default('overview') })

/** One procedure: what it says, its versions, and how its cases are handled. */
export function ProcedurePage() {
  const m = useTexts()
  const say = useLabel()
  const may = useMay()
  const code = usePathPart('code')
  const [{ versionId, tab }, setAddress] = useAddress(Address)
  const query = useOperation(contract.getProcedure, { code, versionId }, { topics: [contract.CATALOGUE_TOPIC] })
  const answer = query.data
  return (
    <Page
      title={answer ? say(answer.version.name) : code}
      trail={[{ label: m.catalogue, to: '/procedures' }, { label: code }]}
      lead={answer && <Lead answer={answer} />}
      actions={answer && <Actions answer={answer} />}
    >
      <Loaded query={query} lines={10}>
        {(shown) => (
          <Stack gap="md">
            {!shown.inForce && <NotInForce answer={shown} />}
            <Tabs
              label={m.parts}
              value={tab}
              onChange={(next) => setAddress({ tab: next })}
              tabs={[
                { key: 'overview', label: m.overview, content: () => <ProcedureContentView content={shown.content} /> },
                {
                  key: 'versions',
                  label: m.versions,
                  count: shown.versions.length,
                  content: () => <VersionsTab answer={shown} />,
                },
                ...(may('procedures:read') ? [processesTab(m.processes, shown)] : []),
              ]}
            />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

const processesTab = (label: string, answer: ProcedureAnswer) => ({
  key: 'processes',
  label,
  count: answer.processes.length,
  content: () => <ProcessesTab answer={answer} />,
})

function Lead({ answer: { field, version } }: { readonly answer: ProcedureAnswer }) {
  const m = useTexts()
  const say = useLabel()
  const words = useWords()
  return (
    <Group gap="xs">
      <span>
        {say(field.name)} · {words.version(version)} · {words.days(version.validFrom, version.validTo)}
      </span>
      <StatusChip tone={version.state === 'published' ? 'good' : version.state === 'draft' ? 'info' : 'neutral'}>
        {m.states[version.state]}
      </StatusChip>
      <DemonstrationChip of={version} />
    </Group>
  )
}

function Actions({ answer: { code, version, versions } }: { readonly answer: ProcedureAnswer }) {
  const m = useTexts()
  const may = useMay()
  const hasDraft = versions.some(({ state }) => state === 'draft')
  const canPublish = may('procedures:publish')
  return (
    <>
      {version.state === 'published' && (
        <LinkButton to={`/procedures/${code}/try`} variant="default">
          {m.tryOut}
        </LinkButton>
      )}
      {(may('procedures:write') || (hasDraft && canPublish)) && (
        <LinkButton to={`/procedures/${code}/draft`}>{hasDraft ? m.editDraft : m.beginDraft}</LinkButton>
      )}
    </>
  )
}

function NotInForce({ answer: { code, version, versions } }: { readonly answer: ProcedureAnswer }) {
  const m = useTexts()
  const words = useWords()
  return (
    <Alert color="warning" title={`${words.version(version)} · ${m.states[version.state]}`}>
      <Text size="sm">
        {m.notInForce}{' '}
        {versions.some(({ state }) => state === 'published') && (
          <LinkTo to={`/procedures/${code}`} underline="always">
            {m.showInForce}
          </LinkTo>
        )}
      </Text>
    </Alert>
  )
}
