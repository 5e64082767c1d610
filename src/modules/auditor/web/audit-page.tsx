import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { usePathPart } from '#ui/address.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkButton, useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { checkedWords, FORMAT_WORDS } from '../domain/finding-words.ts'
import { AuditDesk } from './audit-desk.tsx'
import type { AuditDetail } from './audit-detail.ts'
import { Downloads } from './downloads.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { RulesDrawer } from './rules-drawer.tsx'
import { SeverityCountList } from './severity.tsx'
import { shortened } from './shown-finding.ts'
import { TablesDrawer } from './tables-drawer.tsx'

/** One audited report: the document, what was found in it, and what people made of that. */
export function AuditPage() {
  const m = useMessages({ vi, en })
  const auditId = usePathPart('auditId')
  const audit = useOperation(contract.getAudit, { auditId }, { topics: [contract.AUDIT_TOPIC] })
  if (audit.data) return <AuditView key={auditId} audit={audit.data} />
  return (
    <Page title={m.audit} trail={[{ label: m.title, to: '/audits' }]}>
      <Loaded query={audit}>{() => null}</Loaded>
    </Page>
  )
}

function AuditView({ audit }: { readonly audit: AuditDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const may = useMay()
  const [areRulesOpen, setRulesOpen] = useState(false)
  const [areTablesOpen, setTablesOpen] = useState(false)
  const rules = useOperation(contract.listRules, {})
  const titles = useMemo(
    () => new Map((rules.data?.rules ?? []).map(({ id, title }) => [id, say(title)])),
    [rules.data, say],
  )
  const { auditId, seriesId, title, checked, findings, findingCount } = audit
  return (
    <Page
      title={shortened(title)}
      width="full"
      trail={[{ label: m.title, to: '/audits' }, { label: audit.unitName }]}
      lead={<Lead audit={audit} />}
      actions={
        <>
          <Downloads auditId={auditId} />
          {/* A report of ours is checked again on its own page, as it reads there. */}
          {may('auditor:write') && audit.source === 'file' && (
            <>
              <Again auditId={auditId} />
              <LinkButton to={`/audits?series=${seriesId}`}>{m.newVersion}</LinkButton>
            </>
          )}
        </>
      }
    >
      <Group gap="sm">
        <Text size="sm">{say(checkedWords(checked))}</Text>
        <Button size="compact-sm" variant="default" onClick={() => setRulesOpen(true)}>
          {m.whatWasChecked}
        </Button>
        {checked.tables > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setTablesOpen(true)}>
            {m.howTablesRead}
          </Button>
        )}
      </Group>
      {findingCount === 0 && <NothingFound audit={audit} />}
      {findingCount > findings.length && (
        <Text size="sm">{m.moreFindings(formatNumber(findings.length), formatNumber(findingCount))}</Text>
      )}
      <AuditDesk audit={audit} titles={titles} />
      {areTablesOpen && <TablesDrawer auditId={auditId} onClose={() => setTablesOpen(false)} />}
      {areRulesOpen && (
        <RulesDrawer rules={rules.data?.rules ?? []} findings={findings} onClose={() => setRulesOpen(false)} />
      )}
    </Page>
  )
}

/** What the report is, how it stands and who had it checked. */
function Lead({ audit }: { readonly audit: AuditDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const goTo = useGoTo()
  const { versions, version, latest, found, open } = audit
  const left = open.proved + open.likely + open.look
  return (
    <Group gap="xs" align="center">
      {shortened(audit.title) !== audit.title && (
        <Text size="sm" w="100%">
          {audit.title}
        </Text>
      )}
      <SeverityCountList counts={found} />
      {audit.findingCount > 0 && (
        <StatusChip tone={left === 0 ? 'good' : open.proved > 0 ? 'bad' : 'warning'}>
          {left === 0 ? m.allHandled : m.withCount(m.openFindings, formatNumber(left))}
        </StatusChip>
      )}
      {versions.length > 1 ? (
        <SelectField
          label=""
          aria-label={m.versions}
          searchable={false}
          options={versions.map((one) => ({
            value: one.auditId,
            label: `${m.version(String(one.version))} · ${formatMoment(one.auditedAt)}`,
          }))}
          value={audit.auditId}
          onChange={(auditId) => auditId && goTo(`/audits/${auditId}`)}
        />
      ) : (
        <Text size="sm">{m.version(String(version))}</Text>
      )}
      {!latest && <StatusChip tone="warning">{m.versionOlder(String(version))}</StatusChip>}
      {audit.demonstration && <StatusChip>{m.demonstration}</StatusChip>}
      <Text size="sm" c="dimmed">
        {audit.source === 'file' && `${audit.fileName} · `}
        {say(FORMAT_WORDS[audit.format])} · {m.auditedBy(audit.auditedByName, formatMoment(audit.auditedAt))}
      </Text>
      {audit.reportId && (
        <LinkButton to={`/reports/${audit.reportId}`} size="compact-sm" variant="default">
          {m.openReport}
        </LinkButton>
      )}
    </Group>
  )
}

/** Nothing found is said only together with how much was read. */
function NothingFound({ audit: { checked } }: { readonly audit: AuditDetail }) {
  const m = useMessages({ vi, en })
  const isEmpty = checked.numbers + checked.statements + checked.references === 0
  return isEmpty ? (
    <Alert color="warning" icon={<IconAlertTriangle aria-hidden />} title={m.nothingRead}>
      {m.nothingReadBody}
    </Alert>
  ) : (
    <EmptyState title={m.nothing} body={m.nothingBody} />
  )
}

function Again({ auditId }: { readonly auditId: string }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const again = useChange(contract.auditAgain, {
    invalidates: [contract.getAudit, contract.listAudits],
    onDone: () => toast.good(m.againDone),
    onProblem: toast.problem,
  })
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={again.isPending}
      onClick={() => again.mutate({ auditId })}
    >
      {m.again}
    </Button>
  )
}
