import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './dialog.module.css'
import { useWords } from './words.ts'

type Props = {
  readonly opened: boolean
  readonly title: ReactNode
  readonly onClose: () => void
  readonly width?: number
  readonly children: ReactNode
}

/**
 * A window over the page for one short task. Built from the parts of Mantine's modal, because the whole puts its title
 * into a `header`, a second banner for a screen reader.
 */
export function Dialog({ opened, title, onClose, width = 480, children }: Props) {
  const words = useWords()
  return (
    <Modal.Root opened={opened} onClose={onClose} size={width} centered>
      <Modal.Overlay blur={2} />
      <Modal.Content radius="lg">
        <div className={classes.head}>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={words.close} />
        </div>
        <Modal.Body className={classes.body ?? ''}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
