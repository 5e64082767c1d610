import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from './confirm.tsx'

type Props = {
  /** `Thu hồi`. */
  readonly label: string
  /** With the name of what is revoked: `Thu hồi máy lấy số cửa chính`. */
  readonly spoken: string
  readonly title: string
  /** What will happen. */
  readonly body: ReactNode
  readonly busy: boolean
  readonly onRevoke: (reason: string) => void
}

/** Takes something away for good, with a reason. It goes with what it stands beside once that is done. */
export function RevokeButton({ label, spoken, title, body, busy, onRevoke }: Props) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button size="xs" color="bad" variant="light" onClick={() => setOpened(true)} aria-label={spoken}>
        {label}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={title}
        body={body}
        confirmLabel={label}
        reason
        danger
        busy={busy}
        onConfirm={onRevoke}
        onClose={() => setOpened(false)}
      />
    </>
  )
}
