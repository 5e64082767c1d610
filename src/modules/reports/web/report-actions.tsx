import { Button } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { useMessages } from '#ui/language.tsx'
import { useChange } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Asking = 'submit' | 'sign' | 'return' | 'issue' | null
const changed = [contract.getReport, contract.listReports]

/** The steps a report may take from where it stands, for those who may take them. */
export function ReportActions({ report }: { readonly report: contract.ReportDetail }) {
  const m = useMessages({ vi, en })
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState<Asking>(null)
  const { reportId, revision, status, missingCount } = report
  const options = { invalidates: changed, onDone: () => setAsking(null), onProblem: toast.problem }
  const submit = useChange(contract.submitForSignature, options)
  const sign = useChange(contract.signOff, options)
  const giveBack = useChange(contract.returnReport, options)
  const close = () => setAsking(null)
  return (
    <>
      {status === 'drafting' && may('reports:write') && <Button onClick={() => setAsking('submit')}>{m.submit}</Button>}
      {(status === 'submitted' || status === 'signed') && may('reports:sign') && (
        <Button variant="default" onClick={() => setAsking('return')}>
          {m.giveBack}
        </Button>
      )}
      {status === 'submitted' && may('reports:sign') && <Button onClick={() => setAsking('sign')}>{m.sign}</Button>}
      {status === 'signed' && may('reports:issue') && <Button onClick={() => setAsking('issue')}>{m.issue}</Button>}

      <ConfirmDialog
        opened={asking === 'submit'}
        title={m.submit}
        body={missingCount > 0 ? m.submitBody(String(missingCount)) : m.submitReady}
        confirmLabel={missingCount > 0 ? m.submitWithGaps : m.submit}
        busy={submit.isPending}
        onConfirm={() => submit.mutate({ reportId, revision, withGaps: missingCount > 0 })}
        onClose={close}
      />
      <ConfirmDialog
        opened={asking === 'sign'}
        title={m.sign}
        body={m.signBody}
        confirmLabel={m.sign}
        busy={sign.isPending}
        onConfirm={() => sign.mutate({ reportId, revision })}
        onClose={close}
      />
      <ConfirmDialog
        opened={asking === 'return'}
        title={m.giveBack}
        body={m.giveBackBody}
        confirmLabel={m.giveBack}
        reason
        busy={giveBack.isPending}
        onConfirm={(reason) => giveBack.mutate({ reportId, revision, reason })}
        onClose={close}
      />
      {asking === 'issue' && <IssueDialog report={report} onClose={close} />}
    </>
  )
}
