import { Drawer } from '@mantine/core'
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

/** A panel beside the page for a closer look; Escape closes it and the focus returns. In parts for the reason of `Dialog`. */
export function SideDrawer({ opened, title, onClose, width = 560, children }: Props) {
  const words = useWords()
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={`min(${width}px, 100vw)`}>
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content>
        <div className={classes.head}>
          <Drawer.Title className={classes.title ?? ''}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={words.close} />
        </div>
        <Drawer.Body className={classes.body ?? ''}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
