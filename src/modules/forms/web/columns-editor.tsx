import { ActionIcon, Button, Fieldset, Group, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { CheckField } from '#ui/check-field.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { RuleField } from '#ui/rule-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Column, type Field } from '../domain/definition.ts'
import { COLUMN_KINDS, valueTypeOf } from '../domain/kinds.ts'
import { BothField } from './both-field.tsx'
import { choiceLines, choicesFrom } from './choice-lines.ts'
import { freeName } from './design-state.ts'
import { useTexts } from './texts.ts'

type Props = { readonly table: Field; readonly onChange: (columns: Column[]) => void }

/** The columns of a table, put in order by buttons. */
export function ColumnsEditor({ table: { columns }, onChange }: Props) {
  const m = useTexts()
  const change = (at: number, fields: Partial<Column>) =>
    onChange(columns.map((one, place) => (place === at ? { ...one, ...fields } : one)))
  const move = (at: number, by: number) => {
    const next = [...columns]
    next.splice(at + by, 0, ...next.splice(at, 1))
    onChange(next)
  }
  const add = () => {
    const taken = new Set(['rows', 'cot', ...columns.map(({ name }) => name)])
    onChange([...columns, Column.parse({ kind: 'text', name: freeName('cot', taken) })])
  }
  return (
    <Fieldset legend={m.columns}>
      <Stack gap="md">
        {columns.map((column, at) => (
          <Stack key={column.name} gap={6}>
            <SelectField
              label={`${m.column(at + 1)}: ${m.kind}`}
              options={COLUMN_KINDS.map((kind) => ({ value: kind, label: m.kinds[kind] }))}
              value={column.kind}
              onChange={(chosen) =>
                change(at, { kind: COLUMN_KINDS.find((kind) => kind === chosen) ?? 'text', value: null })
              }
            />
            <BothField
              label={`${m.column(at + 1)}: ${m.label}`}
              value={column.label}
              onChange={(label) => change(at, { label })}
            />
            {column.kind === 'choice' && (
              <ParagraphField
                label={m.choices}
                rows={2}
                value={choiceLines(column.choices, 'vi')}
                onChange={(vi) =>
                  change(at, { choices: choicesFrom(column.choices, vi, choiceLines(column.choices, 'en')) })
                }
              />
            )}
            {valueTypeOf(column.kind) === 'number' && (
              <RuleField
                label={`${m.column(at + 1)}: ${m.computed}`}
                value={column.value}
                type="number"
                names={Object.fromEntries(
                  columns.flatMap(({ name, kind }) =>
                    name === column.name ? [] : [[name, valueTypeOf(kind) ?? 'text']],
                  ),
                )}
                onChange={(value) => change(at, { value })}
              />
            )}
            <Group justify="space-between">
              <CheckField
                label={m.required}
                value={column.required}
                onChange={(required) => change(at, { required })}
              />
              <Group gap={6}>
                <ActionIcon
                  variant="default"
                  aria-label={m.up(m.column(at + 1))}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={m.down(m.column(at + 1))}
                  disabled={at === columns.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={m.remove(m.column(at + 1))}
                  onClick={() => onChange(columns.toSpliced(at, 1))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Group>
          </Stack>
        ))}
        <Group>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {m.addColumn}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
