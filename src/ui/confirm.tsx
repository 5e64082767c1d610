import { Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Dialog } from './dialog.tsx'
import { ParagraphField } from './paragraph-field.tsx'
import { useWords } from './words.ts'

type Props = {
  readonly opened: boolean
  readonly title: string
  readonly body?: ReactNode
  readonly confirmLabel?: string
  readonly danger?: boolean
  readonly busy?: boolean
  /** Asks for a reason and waits until there is one. */
  readonly reason?: boolean
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

/** Asks before something that is hard to take back; says what will happen, not "are you sure". */
export function ConfirmDialog(props: Props) {
  const { opened, title, body, confirmLabel, danger = false, busy = false, reason = false, onConfirm, onClose } = props
  const words = useWords()
  const [text, setText] = useState('')
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Stack gap="md">
        {body && <Text component="div">{body}</Text>}
        {reason && <ParagraphField label={words.reason} value={text} onChange={setText} required rows={2} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {words.cancel}
          </Button>
          <Button
            {...(danger && { color: 'bad' })}
            loading={busy}
            disabled={reason && text.trim() === ''}
            onClick={() => onConfirm(text.trim())}
          >
            {confirmLabel ?? words.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
