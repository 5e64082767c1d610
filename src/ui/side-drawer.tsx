import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from './words.ts'

type Props = {
  readonly opened: boolean
  readonly title: ReactNode
  readonly onClose: () => void
  readonly width?: number
  readonly children: ReactNode
}

/** A panel beside the page for a closer look; Escape closes it and the focus returns. */
export function SideDrawer({ opened, title, onClose, width = 560, children }: Props) {
  const words = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={`min(${width}px, 100vw)`}
      padding="lg"
      overlayProps={{ backgroundOpacity: 0.35 }}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {children}
    </Drawer>
  )
}
