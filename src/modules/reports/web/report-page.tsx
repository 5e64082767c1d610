import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { FigureDrawer } from '#modules/indicators/web/index.tsx'
import { usePathPart } from '#ui/address.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { isEditable } from '../domain/lifecycle.ts'
import { Downloads } from './downloads.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { HandCell, HandText } from './hand-text.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './paper.module.css'
import { Paper } from './paper.tsx'
import type { Hands } from './paper-runs.tsx'
import { ReportActions } from './report-actions.tsx'
import { ReportSide } from './report-side.tsx'
import { periodName } from './reports-page.tsx'
import { ReportStatusChip } from './status.tsx'

/** One report: written and discussed while it is a draft, read and proven once it is issued. */
export function ReportPage() {
  const m = useMessages({ vi, en })
  const reportId = usePathPart('reportId')
  const report = useOperation(contract.getReport, { reportId }, { topics: [contract.REPORT_TOPIC] })
  return (
    <>
      {report.data ? (
        <ReportView report={report.data} />
      ) : (
        <Page title={m.report} trail={[{ label: m.title, to: '/reports' }]}>
          <Loaded query={report}>{() => null}</Loaded>
        </Page>
      )}
      <FigureDrawer />
    </>
  )
}

function ReportView({ report }: { readonly report: contract.ReportDetail }) {
  const m = useMessages({ vi, en })
  const may = useMay()
  const { language } = useLanguage()
  const [figure, setFigure] = useState<string | null>(null)
  const { document, reportId, status } = report
  const editable = isEditable(status) && may('reports:write')
  const hands: Hands = {
    onFigure: setFigure,
    ...(editable && {
      hand: (block, children) => (
        <HandText report={report} block={block}>
          {children}
        </HandText>
      ),
      cell: (key) => <HandCell report={report} place={key} />,
    }),
  }
  return (
    <Page
      title={report.title}
      width="full"
      trail={[{ label: m.title, to: '/reports' }, { label: report.unitName }]}
      lead={
        <Group gap="xs">
          <ReportStatusChip status={status} />
          <Text size="sm">
            {m.documentOf(periodName(report.period, language), formatDay(document.from), formatDay(document.to))}
          </Text>
          <Text size="sm" c="dimmed">
            {m.structureOf(formatDay(report.structureDay))} · {m.filledAt(formatMoment(report.filledAt))}
          </Text>
        </Group>
      }
      actions={
        <>
          <Downloads report={report} />
          {status === 'issued' && (
            <LinkButton to={`/reports/${reportId}/difference`} variant="default">
              {m.difference}
            </LinkButton>
          )}
          <ReportActions report={report} />
        </>
      }
    >
      {editable && <Refill report={report} />}
      <div className={classes.layout}>
        <Paper report={document} hands={hands} />
        <div className={classes.side}>
          <ReportSide report={report} editable={editable} />
        </div>
      </div>
      <FigurePanel report={document} figureKey={figure} onFigure={setFigure} onClose={() => setFigure(null)} />
    </Page>
  )
}

/** Says when figures have moved on since the draft was filled, and takes them in. */
function Refill({ report: { reportId, revision } }: { readonly report: contract.ReportDetail }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const fresh = useOperation(
    contract.checkFigures,
    { reportId },
    { topics: [contract.FIGURES_TOPIC, contract.REPORT_TOPIC] },
  )
  const count = fresh.data?.changed.length ?? 0
  const fresher = count > 0
  const refill = useChange(contract.refillReport, {
    invalidates: [contract.getReport, contract.listReports, contract.checkFigures],
    onDone: ({ changed }) => toast.good(m.refilled(String(changed))),
    onProblem: toast.problem,
  })
  const button = (
    <Button
      size="xs"
      variant={fresher ? 'filled' : 'default'}
      loading={refill.isPending}
      onClick={() => refill.mutate({ reportId, revision })}
    >
      {m.refill}
    </Button>
  )
  if (!fresher) return <Group mb="sm">{button}</Group>
  return (
    <Alert color="info" mb="md">
      <Group justify="space-between">
        <Text size="sm">{m.figuresChanged(String(count))}</Text>
        {button}
      </Group>
    </Alert>
  )
}
