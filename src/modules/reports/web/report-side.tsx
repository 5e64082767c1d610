import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '#ui/language.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { Steps } from '#ui/steps.tsx'
import { Tabs } from '#ui/tabs.tsx'
import * as contract from '../contract.ts'
import { Comments } from './comments.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { progressOf } from './progress.ts'
import { ReportAudit } from './report-audit.tsx'

type Props = { readonly report: contract.ReportDetail; readonly editable: boolean }

/** What stands beside the document: how far it is, what it lacks, what was said of it, what seals it. */
export function ReportSide({ report, editable }: Props) {
  const m = useMessages({ vi, en })
  const { missing } = report.document
  const open = report.comments.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <Stack gap="md">
      <Section title={m.progress}>
        <Steps
          label={m.progress}
          steps={progressOf(report.steps, report.status).map(({ step, state, last }) => ({
            key: step,
            label: m.stepNames[step],
            state,
            note: last ? `${last.byName}, ${formatMoment(last.at).slice(0, 5)}` : m.waiting,
          }))}
        />
        {report.status === 'drafting' && <Returned report={report} />}
        {report.issuedOn && (
          <Text size="sm" mt="sm">
            {report.number}, {formatDay(report.issuedOn)}
          </Text>
        )}
        {report.steps.map(
          ({ overrideReason, byName, at }) =>
            overrideReason !== '' && (
              <div key={at}>
                <Text size="sm" mt="sm" fw={600}>
                  {m.audit.issuedAnyway}
                </Text>
                <Text size="sm">{overrideReason}</Text>
                <Text size="xs" c="dimmed">
                  {byName}, {formatMoment(at)}
                </Text>
              </div>
            ),
        )}
      </Section>
      <ReportAudit report={report} />
      {report.seal && <Seal reportId={report.reportId} seal={report.seal} />}
      <Section title={`${m.missingTitle}, ${m.comments.toLocaleLowerCase()}`}>
        <Tabs
          label={m.missingTitle}
          tabs={[
            { key: 'missing', label: m.missing, count: missing.length, content: () => <MissingList report={report} /> },
            {
              key: 'comments',
              label: m.comments,
              count: open,
              content: () => <Comments report={report} editable={editable} />,
            },
          ]}
        />
      </Section>
    </Stack>
  )
}

/** Why the report came back, as long as it is being mended. */
function Returned({ report: { steps } }: { readonly report: contract.ReportDetail }) {
  const m = useMessages({ vi, en })
  const last = steps.at(-1)
  if (last?.step !== 'return') return null
  return (
    <Text size="sm" mt="sm">
      <StatusChip tone="warning">{m.stepNames.return}</StatusChip> {last.byName}: {last.note}
    </Text>
  )
}

function MissingList({ report: { document } }: { readonly report: contract.ReportDetail }) {
  const m = useMessages({ vi, en })
  if (document.missing.length === 0) return <StatusChip tone="good">{m.missingNone}</StatusChip>
  return (
    <Stack component="ul" gap="sm" pl={0} style={{ listStyle: 'none' }}>
      {document.missing.map(({ what, state, section, sectionKey, askUnitName, figure }, place) => (
        // The same indicator may be missing in two places.
        <li key={`${place} ${figure ?? what}`}>
          <Text size="sm" fw={600}>
            {what}
          </Text>
          <Group gap={6}>
            <Badge variant="light" color="warning" tt="none">
              {m.missingStates[state]}
            </Badge>
            {askUnitName && <Text size="sm">{m.ask(askUnitName)}</Text>}
          </Group>
          <Text
            component="a"
            href={`#section-${sectionKey}`}
            size="xs"
            c="dimmed"
            lineClamp={1}
            aria-label={`${m.goThere}: ${section}`}
          >
            {section}
          </Text>
        </li>
      ))}
    </Stack>
  )
}

function Seal({ reportId, seal }: { readonly reportId: string; readonly seal: string }) {
  const m = useMessages({ vi, en })
  const [asked, setAsked] = useState(false)
  const check = useOperation(contract.verifyReport, asked ? { reportId } : null)
  return (
    <Section title={m.sealed}>
      <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        SHA-256 {seal}
      </Text>
      <Group mt="xs">
        {check.data ? (
          <StatusChip tone={check.data.intact ? 'good' : 'bad'}>
            {check.data.intact ? m.sealIntact : m.sealBroken}
          </StatusChip>
        ) : (
          <Button size="xs" variant="default" loading={check.isFetching} onClick={() => setAsked(true)}>
            {m.verify}
          </Button>
        )}
      </Group>
      {check.error && <ProblemAlert problem={check.error} />}
    </Section>
  )
}
