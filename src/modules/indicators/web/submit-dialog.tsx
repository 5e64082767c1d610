import { Anchor, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import type { whatIsLeft } from './drafts.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import classes from './sheet-grid.module.css'

type Props = {
  readonly opened: boolean
  readonly sheet: contract.Sheet
  readonly sheetId: string | null
  readonly left: ReturnType<typeof whatIsLeft>
  readonly onClose: () => void
  readonly onGo: (row: number) => void
}

/** Hands the form in, or says what is missing and leads there. */
export function SubmitDialog({ opened, sheet, sheetId, left, onClose, onGo }: Props) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const [comment, setComment] = useState('')
  const submit = useChange(contract.submitSheet, {
    invalidates: [contract.getSheet, contract.listEntryTasks, contract.getFigures],
    onDone: () => {
      toast.good(m.submitted)
      onClose()
    },
  })
  const isReady = left.missing.length === 0 && left.wrong.length === 0 && sheetId !== null
  const next = sheet.chain[0]?.unit.name ?? m.submitNobody
  return (
    <Modal opened={opened} onClose={onClose} title={m.submitTitle} closeButtonProps={{ 'aria-label': m.cancel }}>
      <Stack gap="md">
        <Text>{m.submitBody(next)}</Text>
        <Rows title={m.submitWrong} rows={left.wrong} onGo={onGo} />
        <Rows
          title={m.submitMissing(formatNumber(left.missing.length))}
          rows={left.missing}
          onGo={onGo}
          hint={m.submitMissingHint}
        />
        {isReady && <ParagraphField label={m.submitReason} rows={2} value={comment} onChange={setComment} />}
        {submit.error && <ProblemAlert problem={submit.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button
            disabled={!isReady}
            loading={submit.isPending}
            onClick={() => sheetId && submit.mutate({ sheetId, comment })}
          >
            {m.submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

type RowsProps = {
  readonly title: string
  readonly hint?: string
  readonly rows: readonly { readonly row: number; readonly measure: contract.Measure }[]
  readonly onGo: (row: number) => void
}

function Rows({ title, hint, rows, onGo }: RowsProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  if (rows.length === 0) return null
  return (
    <div>
      <Text fw={600} size="sm">
        {title}
      </Text>
      <List size="sm" mah={200} style={{ overflowY: 'auto' }}>
        {rows.map(({ row, measure }) => (
          <List.Item key={measure.code}>
            <Anchor component="button" type="button" size="sm" className={classes.go ?? ''} onClick={() => onGo(row)}>
              {m.row} {formatNumber(row + 1)}: {say(measure.name)}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {hint && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
    </div>
  )
}
