import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import type { Template } from '../domain/template.ts'
import type { EditProps } from './edit-props.ts'
import { freshKey, replaced } from './edit-template.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type UnitGroup = Template['groups'][number]
const KINDS = ['self', 'children', 'descendants', 'list'] as const

/** The named groups of units that rows and placeholders speak of. */
export function TemplateGroups({ body, onChange, mayEdit }: EditProps) {
  const m = useMessages({ vi, en })
  const { groups } = body
  const put = (list: UnitGroup[]) => onChange({ ...body, groups: list })
  return (
    <Section title={m.editor.groups}>
      <Stack gap="md">
        {groups.map((group, place) => (
          <GroupFields
            key={group.key}
            group={group}
            mayEdit={mayEdit}
            onGroup={(one) => put(replaced(groups, place, one))}
          />
        ))}
        {mayEdit && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() =>
                put([
                  ...groups,
                  {
                    key: freshKey(
                      'g',
                      groups.map(({ key }) => key),
                    ),
                    name: '…',
                    units: { by: 'children', kinds: [] },
                  },
                ])
              }
            >
              {m.editor.addGroup}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  )
}

type Props = {
  readonly group: UnitGroup
  readonly mayEdit: boolean
  readonly onGroup: (group: UnitGroup | null) => void
}

function GroupFields({ group, mayEdit, onGroup }: Props) {
  const m = useMessages({ vi, en })
  const { key, name, units } = group
  const disabled = !mayEdit
  return (
    <Paper component="fieldset" withBorder p="sm" m={0} aria-label={name}>
      <Group align="flex-end" gap="sm" wrap="wrap">
        <TextField label={m.editor.key} value={key} disabled onChange={() => undefined} />
        <TextField
          label={m.editor.groupName}
          value={name}
          disabled={disabled}
          onChange={(text) => onGroup({ ...group, name: text })}
        />
        <SelectField
          label={m.editor.groupBy}
          options={KINDS.map((value) => ({ value, label: m.editor.groupKinds[value] }))}
          value={units.by}
          disabled={disabled}
          onChange={(value) => onGroup({ ...group, units: selectorOf(value) })}
        />
        {(units.by === 'children' || units.by === 'descendants') && (
          <TextField
            label={m.editor.unitKinds}
            value={units.kinds.join(', ')}
            disabled={disabled}
            onChange={(text) =>
              onGroup({
                ...group,
                units: {
                  by: units.by,
                  kinds: text
                    .split(/[,\s]+/)
                    .filter(Boolean)
                    .slice(0, 20),
                },
              })
            }
          />
        )}
        {units.by === 'list' && (
          <UnitList
            unitIds={units.unitIds}
            mayEdit={mayEdit}
            onList={(unitIds) => onGroup({ ...group, units: { by: 'list', unitIds } })}
          />
        )}
        {mayEdit && (
          <Button size="xs" variant="subtle" color="bad" onClick={() => onGroup(null)}>
            {m.editor.removeGroup}
          </Button>
        )}
      </Group>
    </Paper>
  )
}

function selectorOf(value: string | null): UnitGroup['units'] {
  if (value === 'self') return { by: 'self' }
  if (value === 'list') return { by: 'list', unitIds: [] }
  return { by: value === 'descendants' ? 'descendants' : 'children', kinds: [] }
}

type ListProps = {
  readonly unitIds: readonly string[]
  readonly mayEdit: boolean
  readonly onList: (unitIds: string[]) => void
}

function UnitList({ unitIds, mayEdit, onList }: ListProps) {
  const m = useMessages({ vi, en })
  const [chosen, setChosen] = useState<UnitOption | null>(null)
  return (
    <Group align="flex-end" gap="xs">
      <Text size="sm">{m.editor.listUnits(String(unitIds.length))}</Text>
      {mayEdit && (
        <>
          <UnitPicker label={m.editor.addUnit} value={chosen} onChange={setChosen} load={loadUnits()} />
          <Button
            size="sm"
            variant="default"
            disabled={!chosen}
            onClick={() => {
              if (chosen) onList([...new Set([...unitIds, chosen.id])])
              setChosen(null)
            }}
          >
            {m.editor.addUnit}
          </Button>
        </>
      )}
    </Group>
  )
}
