import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { Dialog } from '#ui/dialog.tsx'
import { FileField } from '#ui/file-field.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ProblemAlert, useProblemText } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { importSpecialDays, listSpecialDays } from '../contract.ts'
import { useTexts } from './texts.ts'

type Answer = z.output<typeof importSpecialDays.output>

/** Days from CSV: checked first, then stored. */
export function ImportDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const m = useTexts()
  return (
    <Dialog opened={opened} onClose={onClose} title={m.importTitle} width={640}>
      {opened && <ImportForm onDone={onClose} />}
    </Dialog>
  )
}

function ImportForm({ onDone }: { readonly onDone: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const send = useChange(importSpecialDays, {
    invalidates: [listSpecialDays],
    onDone: (found) => {
      setAnswer(found)
      if (!found.stored) return
      toast.good(m.imported)
      onDone()
    },
  })
  const type = (next: string) => {
    setText(next)
    setAnswer(null)
  }
  const take = (chosen: File | null) => {
    setFile(chosen)
    if (chosen) void chosen.text().then(type)
  }
  const ready = answer !== null && answer.wrongRows === 0 && answer.rows > 0 && reason.trim() !== ''
  return (
    <Stack gap="md">
      <FileField label={m.importFile} value={file} onChange={take} accept=".csv,.txt" maxBytes={300_000} />
      <ParagraphField label={m.importText} hint={m.importHint} value={text} onChange={type} rows={5} />
      <TextField label={m.reason} hint={m.reasonHint} value={reason} onChange={setReason} required />
      {send.isError && <ProblemAlert problem={send.error} />}
      {answer && <ImportAnswer answer={answer} />}
      <Group justify="flex-end">
        <Button
          variant="default"
          disabled={text.trim() === ''}
          loading={send.isPending}
          onClick={() => send.mutate({ text, dryRun: true, reason: reason.trim() || m.importTry })}
        >
          {m.importTry}
        </Button>
        <Button
          disabled={!ready}
          loading={send.isPending}
          onClick={() => send.mutate({ text, dryRun: false, reason: reason.trim() })}
        >
          {m.importDo}
        </Button>
      </Group>
    </Stack>
  )
}

function ImportAnswer({ answer }: { readonly answer: Answer }) {
  const m = useTexts()
  const say = useProblemText()
  const { rows, added, changed, unchanged, wrong, wrongRows } = answer
  const counts = [rows, added, changed, unchanged].map((count) => formatNumber(count)) as [
    string,
    string,
    string,
    string,
  ]
  return (
    <Stack gap="xs">
      <Text component="output">{m.importResult(...counts)}</Text>
      {wrongRows > 0 && (
        <Alert color="bad" title={m.importWrong(formatNumber(wrongRows))} role="alert">
          <List size="sm" spacing={2}>
            {wrong.map(({ row, column, code, values }) => (
              <List.Item key={`${row} ${column} ${code}`}>
                {m.importRow(formatNumber(row), column)}: {say.detail({ path: column, code, message: '', values })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  )
}
