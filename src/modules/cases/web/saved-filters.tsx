import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { listFilters, removeFilter, type SavedFilter, saveFilter } from '../contract.ts'
import { filterOf, type ListAddress, narrowedTo } from './list-filter.ts'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'

type Props = { readonly address: ListAddress; readonly onChoose: (fields: Partial<ListAddress>) => void }

/** Lists with filters that somebody keeps under names of their own. */
export function SavedFilters({ address, onChoose }: Props) {
  const m = useMessages({ vi, en })
  const saved = useOperation(listFilters, {})
  const [naming, setNaming] = useState(false)
  const filters = saved.data?.filters ?? []
  return (
    <>
      <Menu position="bottom-start" withinPortal={false} width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {m.savedFilters}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {filters.length === 0 && <Menu.Label>{m.noSaved}</Menu.Label>}
          {filters.map(({ id, name, list, filter }) => (
            <Menu.Item
              key={id}
              // The fields are those of the address.
              onClick={() => onChoose({ list, ...(narrowedTo(filter) as Partial<ListAddress>) })}
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{m.saveFilter}…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={naming} title={m.saveFilter} onClose={() => setNaming(false)}>
        <SaveForm address={address} filters={filters} onDone={() => setNaming(false)} />
      </Dialog>
    </>
  )
}

type FormProps = {
  readonly address: ListAddress
  readonly filters: readonly SavedFilter[]
  readonly onDone: () => void
}

function SaveForm({ address, filters, onDone }: FormProps) {
  const m = useMessages({ vi, en })
  const [name, setName] = useState('')
  const save = useChange(saveFilter, { invalidates: [listFilters], onDone })
  const remove = useChange(removeFilter, { invalidates: [listFilters] })
  const problem = save.error ?? remove.error
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) save.mutate({ name, list: address.list, filter: filterOf(address, '') })
      }}
    >
      <Stack gap="xs">
        {problem && <ProblemAlert problem={problem} />}
        <TextField label={m.filterName} value={name} onChange={setName} maxLength={80} />
        <Text size="sm" c="dimmed">
          {m.savedWhat}
        </Text>
        {filters.map((one) => (
          <Group key={one.id} justify="space-between" wrap="nowrap">
            <Text size="sm">{one.name}</Text>
            <ActionIcon
              variant="subtle"
              color="bad"
              aria-label={m.removeFilter(one.name)}
              onClick={() => remove.mutate({ id: one.id })}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group justify="flex-end">
          <Button type="submit" disabled={!name.trim()} loading={save.isPending}>
            {m.saveFilter}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
