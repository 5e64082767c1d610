import { ActionIcon, Alert, Button, Fieldset, Group, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { anchorOf, useDraft } from './draft-state.tsx'
import { useEditorTexts } from './texts.ts'

type Props<T> = {
  /** Where the list stands in the content: `papers`, `fees.0.exemptions`. */
  readonly place: string
  /** What one of it is called. */
  readonly one: string
  readonly addLabel: string
  readonly items: readonly T[]
  readonly onChange: (items: T[]) => void
  readonly blank: () => T
  readonly fewest?: number
  readonly children: (item: T, change: (change: Partial<T>) => void, place: string) => ReactNode
}

/** A list whose parts are added, put in order by buttons, and taken out. */
export function ListEditor<T>({ place, one, addLabel, items, onChange, blank, fewest = 0, children }: Props<T>) {
  const m = useEditorTexts()
  const { errorAt } = useDraft()
  const change = (index: number) => (fields: Partial<T>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...fields } : item)))
  const move = (index: number, by: number) => {
    const next = [...items]
    next.splice(index + by, 0, ...next.splice(index, 1))
    onChange(next)
  }
  return (
    <Stack gap="md">
      {items.map((item, index) => {
        const own = `${place}.${index}`
        const name = m.place(one, formatNumber(index + 1))
        const error = errorAt(own)
        return (
          <Fieldset key={own} id={anchorOf(own)} legend={name}>
            <Stack gap="sm">
              {error && <Alert color="bad">{error}</Alert>}
              {children(item, change(index), own)}
              <Group gap={6} justify="flex-end">
                <ActionIcon
                  variant="default"
                  aria-label={m.up(name)}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={m.down(name)}
                  disabled={index === items.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={m.remove(name)}
                  disabled={items.length <= fewest}
                  onClick={() => onChange(items.filter((_, at) => at !== index))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Stack>
          </Fieldset>
        )
      })}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...items, blank()])}
        >
          {addLabel}
        </Button>
      </Group>
    </Stack>
  )
}
