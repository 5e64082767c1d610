import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { call } from '#ui/call.ts'
import { useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'

export type SheetAct = 'approve' | 'return' | 'reopen'
type Chosen = { readonly sheetId: string; readonly name: string }
type Refused = { readonly name: string; readonly thrown: unknown }

/** Approving, returning and reopening, of one form or of many at once; what is refused is named form by form. */
export function useSheetActs(onDone?: () => void) {
  const [asked, setAsked] = useState<{ readonly act: SheetAct; readonly sheets: readonly Chosen[] } | null>(null)
  return {
    ask: (act: SheetAct, sheets: readonly Chosen[]) => setAsked({ act, sheets }),
    dialog: asked && (
      <ActDialog
        {...asked}
        onClose={() => setAsked(null)}
        onDone={() => {
          setAsked(null)
          onDone?.()
        }}
      />
    ),
  }
}

type Props = {
  readonly act: SheetAct
  readonly sheets: readonly Chosen[]
  readonly onClose: () => void
  readonly onDone: () => void
}

function ActDialog({ act, sheets, onClose, onDone }: Props) {
  const m = useMessages({ vi, en })
  const say = useProblemText()
  const toast = useToast()
  const client = useQueryClient()
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const words = {
    approve: { title: m.approveTitle, body: m.approveBody(namesOf(sheets)), button: m.approve, done: m.approved },
    return: { title: m.returnTitle, body: m.returnBody, button: m.return, done: m.returned },
    reopen: { title: m.reopenTitle, body: m.reopenBody, button: m.reopen, done: m.reopened },
  }[act]
  const run = async () => {
    setBusy(true)
    const failed: Refused[] = []
    for (const { sheetId, name } of sheets) {
      await takeAct(act, sheetId, comment.trim()).catch((thrown: unknown) => failed.push({ name, thrown }))
    }
    await Promise.all(
      [contract.getSheet, contract.listApprovals, contract.listEntryTasks].map(({ id }) =>
        client.invalidateQueries({ queryKey: [id] }),
      ),
    )
    setBusy(false)
    setRefused(failed)
    const done = sheets.length - failed.length
    if (done > 0) toast.good(sheets.length === 1 ? words.done : m.bulkDone(formatNumber(done)))
    if (failed.length === 0) onDone()
  }
  const needsComment = act !== 'approve'
  return (
    <Modal opened onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': m.cancel }}>
      <Stack gap="md">
        <Text>{words.body}</Text>
        {needsComment && sheets.length > 1 && <Text size="sm">{namesOf(sheets)}</Text>}
        <ParagraphField
          label={needsComment ? m.returnReason : m.comment}
          required={needsComment}
          rows={2}
          value={comment}
          onChange={setComment}
        />
        {refused.length > 0 && (
          <Alert role="alert" color="bad" title={m.bulkProblems(formatNumber(refused.length))}>
            <List size="sm">
              {refused.map(({ name, thrown }) => (
                <List.Item key={name}>
                  {name}: {say.title(thrown)}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {m.cancel}
          </Button>
          <Button loading={busy} disabled={needsComment && comment.trim() === ''} onClick={() => void run()}>
            {words.button}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function takeAct(act: SheetAct, sheetId: string, comment: string) {
  if (act === 'approve') return call(contract.approveSheet, { sheetId, comment })
  return call(act === 'return' ? contract.returnSheet : contract.reopenSheet, { sheetId, comment })
}

function namesOf(sheets: readonly Chosen[]): string {
  return sheets.map(({ name }) => name).join(', ')
}
