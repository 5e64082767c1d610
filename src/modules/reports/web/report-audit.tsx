import { Button, Group, Stack, Text } from '@mantine/core'
import { AUDIT_TOPIC } from '#modules/auditor/contract.ts'
import { SeverityCountList } from '#modules/auditor/web/index.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The report's newest audit, kept fresh while people decide on its findings. */
export function useReportAudit(reportId: string) {
  return useOperation(contract.getReportAudit, { reportId }, { topics: [AUDIT_TOPIC, contract.REPORT_TOPIC] })
}

type Props = { readonly report: contract.ReportDetail }

/** Whether the report contradicts itself, and where to read about it. */
export function ReportAudit({ report: { reportId, status } }: Props) {
  const m = useMessages({ vi, en })
  const may = useMay()
  const answer = useReportAudit(reportId)
  const check = useChange(contract.auditReport, { invalidates: [contract.getReportAudit] })
  const mayCheck = status !== 'issued' && may('reports:write')
  return (
    <Section
      title={m.audit.title}
      actions={
        mayCheck && (
          <Button
            size="compact-sm"
            variant="default"
            loading={check.isPending}
            onClick={() => check.mutate({ reportId })}
          >
            {answer.data?.audit ? m.audit.again : m.audit.check}
          </Button>
        )
      }
    >
      <Stack gap="xs">
        {check.error && <ProblemAlert problem={check.error} />}
        <Loaded query={answer} lines={2}>
          {({ audit }) =>
            audit ? (
              <Outcome audit={audit} />
            ) : (
              <Text size="sm" c="dimmed">
                {m.audit.none}
              </Text>
            )
          }
        </Loaded>
      </Stack>
    </Section>
  )
}

function Outcome({ audit }: { readonly audit: contract.ReportAudit }) {
  const m = useMessages({ vi, en })
  const may = useMay()
  const { auditId, auditedAt, auditedByName, findings, findingCount, openProved, stale } = audit
  const open = findings.filter(({ state }) => state === 'open')
  const count = (severity: 'proved' | 'likely' | 'look') => open.filter((one) => one.severity === severity).length
  return (
    <>
      {openProved.length > 0 && <StatusChip tone="bad">{m.audit.holdsBack(String(openProved.length))}</StatusChip>}
      {open.length > 0 ? (
        <SeverityCountList counts={{ proved: count('proved'), likely: count('likely'), look: count('look') }} />
      ) : (
        <StatusChip tone="good">{findingCount === 0 ? m.audit.nothing : m.audit.allDecided}</StatusChip>
      )}
      {stale && <StatusChip tone="warning">{m.audit.stale}</StatusChip>}
      <Text size="xs" c="dimmed">
        {m.audit.by(auditedByName, formatMoment(auditedAt))}
      </Text>
      {findingCount > 0 && may('auditor:read') && (
        <Group>
          <LinkButton to={`/audits/${auditId}`} size="compact-sm" variant="light">
            {m.audit.open(String(findingCount))}
          </LinkButton>
        </Group>
      )}
    </>
  )
}
