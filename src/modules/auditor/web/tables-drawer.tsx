import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber, formatPercent } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { useOperation } from '#ui/query.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import * as contract from '../contract.ts'
import { en } from './tables-messages.en.ts'
import { vi } from './tables-messages.vi.ts'

/** How many tables are shown at a time; a report of 300 pages may hold hundreds. */
const AT_A_TIME = 20

/** How each table was understood: what its columns hold, how their numbers are written, and how surely that was told. */
export function TablesDrawer({ auditId, onClose }: { readonly auditId: string; readonly onClose: () => void }) {
  const m = useMessages({ vi, en })
  const [from, setFrom] = useState(0)
  const tables = useOperation(contract.listTables, { auditId, from, limit: AT_A_TIME }, { keepPrevious: true })
  return (
    <SideDrawer opened title={m.title} onClose={onClose}>
      <Loaded query={tables}>
        {({ tables: shown, next }) => (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {m.lead}
            </Text>
            {shown.length === 0 && <Text size="sm">{m.none}</Text>}
            {shown.map((table) => (
              <TableRead key={table.table} table={table} />
            ))}
            <Group>
              {from > 0 && (
                <Button size="compact-sm" variant="default" onClick={() => setFrom(Math.max(0, from - AT_A_TIME))}>
                  {m.before}
                </Button>
              )}
              {next !== null && (
                <Button size="compact-sm" variant="default" onClick={() => setFrom(next)}>
                  {m.after}
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </Loaded>
    </SideDrawer>
  )
}

function TableRead({ table }: { readonly table: contract.TableRead }) {
  const m = useMessages({ vi, en })
  return (
    <section>
      <Text component="h3" size="sm" fw={600}>
        {m.table(formatNumber(table.table + 1), table.title)}
      </Text>
      <Text size="sm" c="dimmed">
        {m.rows(formatNumber(table.dataRows), formatNumber(table.totalRows))}
      </Text>
      <Stack component="ul" gap={2} my={4} pl="md">
        {table.columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name of their own and never move
          <Text key={at} component="li" size="sm">
            {[
              `${column.mark ? `(${column.mark}) ` : ''}${column.header || m.column(formatNumber(at + 1))}: ${m.kinds[column.kind]}`,
              column.style === 'none' ? '' : m.styles[column.style],
              column.sure < 1 ? m.sure(formatPercent(column.sure, 1, 1)) : '',
              column.formula ?? '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        ))}
      </Stack>
    </section>
  )
}
