import { Button } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { useKeysWanted } from '#ui/keys-wanted.ts'
import { useMessages } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { type CaseDetail, countCases, listCases, receiveNewCase } from '../contract.ts'
import { emptyDraft, holdsData, type IntakeDraft, intakeInput, nextDraft, useIntakeDraft } from './intake-draft.ts'
import { IntakeForm } from './intake-form.tsx'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { KEYS } from './keys.ts'
import { useProcedure } from './procedure-source.ts'
import { ReceiptPanel } from './receipt-panel.tsx'
import { rememberProcedure } from './recent-procedures.ts'

/** Receives a case at the desk, by keyboard alone. */
export function IntakePage() {
  const m = useMessages({ vi, en })
  const { draft, change, replace } = useIntakeDraft()
  const [received, setReceived] = useState<CaseDetail | null>(null)
  const [wanted] = useKeysWanted(KEYS)
  const [emptying, setEmptying] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const procedure = useProcedure(draft.procedureCode)
  const send = useChange(receiveNewCase, {
    invalidates: [listCases, countCases],
    onDone: (one) => {
      if (procedure.found) rememberProcedure({ code: one.procedureCode, name: procedure.found.content.name })
      setReceived(one)
      replace(nextDraft(draft))
    },
  })
  const startOver = (next: IntakeDraft) => {
    send.reset()
    setReceived(null)
    replace(next)
    setAttempt((count) => count + 1)
  }
  return (
    <Page
      title={m.title}
      lead={received ? undefined : m.lead}
      trail={[{ label: m.cases, to: '/cases' }, { label: m.title }]}
      width="full"
      actions={
        !received &&
        holdsData(draft) && (
          <Button variant="default" onClick={() => setEmptying(true)}>
            {m.startOver}
          </Button>
        )
      }
    >
      {received ? (
        <ReceiptPanel received={received} areLettersWanted={wanted} onNext={() => startOver(draft)} />
      ) : (
        <IntakeForm
          key={attempt}
          draft={draft}
          change={change}
          procedure={procedure}
          busy={send.isPending}
          problem={send.error}
          sendLabel={m.receive}
          onSend={(found) => send.mutate(intakeInput(draft, found.content))}
        />
      )}
      <ConfirmDialog
        opened={emptying}
        title={m.startOver}
        body={m.startOverWhy}
        danger
        onConfirm={() => {
          setEmptying(false)
          startOver({ ...emptyDraft, receivedUnitId: draft.receivedUnitId })
        }}
        onClose={() => setEmptying(false)}
      />
    </Page>
  )
}
