import { ActionIcon, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** Moves a member of a list up or down. */
export function MoveButtons({ what, onMove }: { readonly what: string; readonly onMove: (by: -1 | 1) => void }) {
  const m = useMessages({ vi, en })
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" aria-label={`${m.editor.up}: ${what}`} onClick={() => onMove(-1)}>
        <IconArrowUp size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={`${m.editor.down}: ${what}`} onClick={() => onMove(1)}>
        <IconArrowDown size={15} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
