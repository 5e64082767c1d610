import { Kbd, Stack, Switch, Table } from '@mantine/core'
import { Dialog } from '#ui/dialog.tsx'
import { useMessages } from '#ui/language.tsx'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'

export type KeyLine = { readonly keys: readonly string[]; readonly does: string }

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly lines: readonly KeyLine[]
  readonly wanted: boolean
  readonly onWanted: (wanted: boolean) => void
}

/** What the keys do on a page, and the switch that gives the letters back to other devices. */
export function KeysHelp({ opened, onClose, lines, wanted, onWanted }: Props) {
  const m = useMessages({ vi, en })
  return (
    <Dialog opened={opened} onClose={onClose} title={m.keys} width={420}>
      <Stack>
        <Table>
          <Table.Tbody>
            {lines.map(({ keys, does }) => (
              <Table.Tr key={does}>
                <Table.Td w={130}>
                  {keys.map((key) => (
                    <Kbd key={key} mr={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Td>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label={m.keysOn}
          description={m.keysWhy}
          checked={wanted}
          onChange={(event) => onWanted(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  )
}
