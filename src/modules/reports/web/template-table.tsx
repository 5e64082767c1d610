import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMessages } from '#ui/language.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Block, Column, RowSource, Template } from '../domain/template.ts'
import { moved, newColumn, newRow, replaced } from './edit-template.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { TemplateColumn } from './template-column.tsx'
import { TemplateRow } from './template-row.tsx'

export type Table = Extract<Block, { kind: 'table' }>
type Props = {
  readonly table: Table
  readonly body: Template
  readonly mayEdit: boolean
  readonly onTable: (table: Table) => void
}

/** A table: its columns with their merged headings, and where its rows come from. */
export function TemplateTable({ table, body, mayEdit, onTable }: Props) {
  const m = useMessages({ vi, en })
  const { columns, rows, caption } = table
  const putColumns = (list: Column[]) => onTable({ ...table, columns: list })
  const putRows = (list: RowSource[]) => onTable({ ...table, rows: list })
  const group = body.groups[0]?.key ?? 'self'
  return (
    <Stack gap="md">
      <TextField
        label={m.editor.caption}
        value={caption}
        disabled={!mayEdit}
        onChange={(text) => onTable({ ...table, caption: text })}
      />
      <Text fw={600} size="sm">
        {m.editor.columns}
      </Text>
      {columns.map((column, place) => (
        <TemplateColumn
          key={column.key}
          column={column}
          place={place}
          columns={columns}
          mayEdit={mayEdit}
          onColumn={(one) => putColumns(replaced(columns, place, one))}
          onMove={(by) => putColumns(moved(columns, place, by))}
        />
      ))}
      {mayEdit && (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => putColumns([...columns, newColumn(columns.map(({ key }) => key))])}
          >
            {m.editor.addColumn}
          </Button>
        </Group>
      )}
      <Text fw={600} size="sm">
        {m.editor.rows}
      </Text>
      {rows.map((row, place) => (
        <TemplateRow
          key={row.key}
          row={row}
          place={place}
          above={rows.slice(0, place).map(({ key }) => key)}
          groups={body.groups}
          mayEdit={mayEdit}
          onRow={(one) => putRows(replaced(rows, place, one))}
          onMove={(by) => putRows(moved(rows, place, by))}
        />
      ))}
      {mayEdit && (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              putRows([
                ...rows,
                newRow(
                  'units',
                  rows.map(({ key }) => key),
                  group,
                ),
              ])
            }
          >
            {m.editor.addRow}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
