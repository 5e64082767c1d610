import { Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCrop, IconRotateClockwise, IconTrash } from '@tabler/icons-react'
import { CheckField } from '#ui/check-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { Photo } from './photo.ts'
import classes from './photos.module.css'

type Props = {
  readonly photo: Photo
  readonly place: number
  readonly last: boolean
  readonly busy: boolean
  readonly onEdit: () => void
  readonly onTurn: () => void
  readonly onClear: (clear: boolean) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** A page as it will be sent, and what may be done with it. */
export function PhotoCard({ photo, place, last, busy, onEdit, onTurn, onClear, onMove, onRemove }: Props) {
  const m = useMessages({ vi, en })
  const page = m.page(place + 1)
  const act = { size: 'compact-sm', variant: 'default', disabled: busy } as const
  return (
    <li className={classes.card}>
      <img src={photo.pageUrl} alt={page} className={classes.page} />
      <Stack gap="xs" className={classes.acts ?? ''}>
        <Text fw={600}>{page}</Text>
        {!photo.found && <Text size="sm">{m.notFound}</Text>}
        <Group gap="xs">
          <Button
            {...act}
            leftSection={<IconCrop size={16} aria-hidden />}
            aria-label={m.of(m.corners, page)}
            onClick={onEdit}
          >
            {m.corners}
          </Button>
          <Button
            {...act}
            leftSection={<IconRotateClockwise size={16} aria-hidden />}
            aria-label={m.of(m.turn, page)}
            onClick={onTurn}
          >
            {m.turn}
          </Button>
          {place > 0 && (
            <Button
              {...act}
              leftSection={<IconArrowUp size={16} aria-hidden />}
              aria-label={m.of(m.up, page)}
              onClick={() => onMove(-1)}
            >
              {m.up}
            </Button>
          )}
          {!last && (
            <Button
              {...act}
              leftSection={<IconArrowDown size={16} aria-hidden />}
              aria-label={m.of(m.down, page)}
              onClick={() => onMove(1)}
            >
              {m.down}
            </Button>
          )}
          <Button
            {...act}
            leftSection={<IconTrash size={16} aria-hidden />}
            aria-label={m.of(m.remove, page)}
            onClick={onRemove}
          >
            {m.remove}
          </Button>
        </Group>
        <CheckField name={`clear ${photo.id}`} label={m.clear} value={photo.clear} disabled={busy} onChange={onClear} />
      </Stack>
    </li>
  )
}
