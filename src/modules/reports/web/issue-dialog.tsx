import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { useReportAudit } from './report-audit.tsx'

type Props = { readonly report: contract.ReportDetail; readonly onClose: () => void }

/** Asks for day and number; with a proved contradiction open also why the report goes out all the same. */
export function IssueDialog({ report: { reportId, revision }, onClose }: Props) {
  const m = useMessages({ vi, en })
  const [day, setDay] = useState<string | null>(null)
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const audit = useReportAudit(reportId).data?.audit ?? null
  const issue = useChange(contract.issueReport, {
    invalidates: [contract.getReport, contract.listReports, contract.getReportAudit],
    onDone: onClose,
  })
  // The server audits what is issued, number and day in it; it may find what nobody has seen yet.
  const isHeldBack = (audit?.openProved.length ?? 0) > 0 || issue.error?.body.code === 'reports/open-proved-findings'
  const given = /^\d{1,5}$/.test(number) ? Number(number) : undefined
  return (
    <Dialog opened title={m.issue} onClose={onClose} width={isHeldBack ? 620 : 480}>
      <Stack gap="md">
        <Text>{m.issueBody}</Text>
        {issue.error && <ProblemAlert problem={issue.error} />}
        {isHeldBack && <HeldBack audit={audit} />}
        <DateField label={m.issuedOn} value={day} onChange={setDay} />
        <TextField
          label={m.issueNumber}
          hint={m.issueNumberHint}
          inputMode="numeric"
          value={number}
          onChange={(text) => setNumber(text.replace(/\D/g, '').slice(0, 5))}
        />
        {isHeldBack && (
          <ParagraphField
            label={m.audit.reason}
            hint={m.audit.reasonHint}
            required
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button
            {...(isHeldBack && { color: 'bad' })}
            loading={issue.isPending}
            disabled={isHeldBack && reason.trim() === ''}
            onClick={() =>
              issue.mutate({
                reportId,
                revision,
                ...(day && { issuedOn: day }),
                ...(given && { number: given }),
                ...(isHeldBack && { overrideReason: reason.trim() }),
              })
            }
          >
            {isHeldBack ? m.audit.issueAnyway : m.issue}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** So many are named in the dialog; all of them stand on the page of findings. */
const NAMED = 6

/** The proved contradictions that nobody has explained yet. */
function HeldBack({ audit }: { readonly audit: contract.ReportAudit | null }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const may = useMay()
  const open = (audit?.findings ?? []).filter(({ key }) => audit?.openProved.includes(key))
  return (
    <Alert
      color="bad"
      icon={<IconAlertTriangle aria-hidden />}
      title={open.length > 0 ? m.audit.holdsBack(String(open.length)) : m.audit.title}
    >
      <Stack gap="xs">
        <List size="sm" spacing={6}>
          {open.slice(0, NAMED).map(({ key, places, stated, worked }) => (
            <List.Item key={key}>
              {places[0] && <b>{say(places[0].where)}: </b>}
              {say(stated)}. {say(worked)}
            </List.Item>
          ))}
        </List>
        {open.length > NAMED && <Text size="sm">{m.audit.more(String(open.length - NAMED))}</Text>}
        {audit && may('auditor:read') && (
          <Text size="sm">
            <LinkTo to={`/audits/${audit.auditId}`}>{m.audit.open(String(audit.findingCount))}</LinkTo>
          </Text>
        )}
      </Stack>
    </Alert>
  )
}
