import { ActionIcon, Group, Paper } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { CheckField } from '#ui/check-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { ManyField, SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { RowSource, Template } from '../domain/template.ts'
import { newRow } from './edit-template.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { MoveButtons } from './move-buttons.tsx'

type Props = {
  readonly row: RowSource
  readonly place: number
  /** Keys of the row sources above: only those can be added up. */
  readonly above: readonly string[]
  readonly groups: Template['groups']
  readonly mayEdit: boolean
  readonly onRow: (row: RowSource | null) => void
  readonly onMove: (by: -1 | 1) => void
}

const KINDS = ['heading', 'units', 'group', 'indicators', 'indicator', 'total'] as const

/** Where one or many rows of a table come from. */
export function TemplateRow({ row, place, above, groups, mayEdit, onRow, onMove }: Props) {
  const m = useMessages({ vi, en })
  const name = m.editor.row(String(place + 1))
  return (
    <Paper component="fieldset" withBorder p="sm" m={0} aria-label={`${name}: ${m.editor.rowKinds[row.kind]}`}>
      <Group align="flex-end" gap="sm" wrap="wrap">
        <SelectField
          label={m.editor.rowKind}
          options={KINDS.map((value) => ({ value, label: m.editor.rowKinds[value] }))}
          value={row.kind}
          disabled={!mayEdit}
          onChange={(value) => {
            const kind = KINDS.find((one) => one === value) ?? 'units'
            onRow({ ...newRow(kind, above, groups[0]?.key ?? 'self'), key: row.key })
          }}
        />
        <RowFields row={row} above={above} groups={groups} disabled={!mayEdit} onRow={onRow} />
        {mayEdit && (
          <Group gap={4} wrap="nowrap">
            <MoveButtons what={name} onMove={onMove} />
            <ActionIcon
              variant="default"
              disabled={place === 0 && above.length === 0 && row.kind === 'total'}
              aria-label={`${m.editor.removeRow}: ${name}`}
              onClick={() => onRow(null)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Group>
    </Paper>
  )
}

type FieldsProps = Pick<Props, 'row' | 'above' | 'groups'> & {
  readonly disabled: boolean
  readonly onRow: (row: RowSource) => void
}

function RowFields({ row, above, groups, disabled, onRow }: FieldsProps) {
  const m = useMessages({ vi, en })
  const label = (text: string, onChange: (text: string) => void) => (
    <TextField label={m.editor.label} value={text} disabled={disabled} onChange={onChange} />
  )
  const ordinal = (text: string, onChange: (text: string) => void) => (
    <TextField
      label={m.editor.ordinal}
      value={text}
      disabled={disabled}
      onChange={(next) => onChange(next.slice(0, 10))}
    />
  )
  switch (row.kind) {
    case 'heading':
      return (
        <>
          {ordinal(row.ordinal, (text) => onRow({ ...row, ordinal: text }))}
          {label(row.label, (text) => onRow({ ...row, label: text }))}
        </>
      )
    case 'units':
      return <Whose row={row} groups={groups} disabled={disabled} onRow={onRow} />
    case 'group':
      return (
        <>
          <Whose row={row} groups={groups} disabled={disabled} onRow={onRow} />
          {ordinal(row.ordinal, (text) => onRow({ ...row, ordinal: text }))}
          {label(row.label, (text) => onRow({ ...row, label: text }))}
        </>
      )
    case 'indicators':
      return (
        <>
          <TextField
            label={m.editor.indicatorGroup}
            value={row.indicatorGroup}
            disabled={disabled}
            onChange={(indicatorGroup) => onRow({ ...row, indicatorGroup })}
          />
          <CheckField
            label={m.editor.rowKinds.heading}
            value={row.heading}
            disabled={disabled}
            onChange={(heading) => onRow({ ...row, heading })}
          />
        </>
      )
    case 'indicator':
      return (
        <>
          <TextField
            label={m.editor.code}
            value={row.code}
            disabled={disabled}
            onChange={(code) => onRow({ ...row, code })}
          />
          {ordinal(row.ordinal, (text) => onRow({ ...row, ordinal: text }))}
        </>
      )
    case 'total':
      return (
        <>
          {label(row.label, (text) => onRow({ ...row, label: text }))}
          <ManyField
            label={m.editor.totalOf}
            options={above.map((key) => ({ value: key, label: key }))}
            value={row.of}
            disabled={disabled}
            onChange={(of) => onRow({ ...row, of: [...of] })}
          />
        </>
      )
  }
}

type WhoseProps = {
  readonly row: Extract<RowSource, { kind: 'units' | 'group' }>
  readonly groups: Template['groups']
  readonly disabled: boolean
  readonly onRow: (row: RowSource) => void
}

function Whose({ row, groups, disabled, onRow }: WhoseProps) {
  const m = useMessages({ vi, en })
  const options = [
    { value: 'self', label: m.editor.self },
    ...groups.map(({ key, name }) => ({ value: key, label: name })),
  ]
  return (
    <>
      <SelectField
        label={m.editor.group}
        options={options}
        value={row.group}
        disabled={disabled}
        onChange={(group) => onRow({ ...row, group: group ?? 'self' })}
      />
      <SelectField
        label={m.editor.reach}
        options={(['own', 'subtree'] as const).map((value) => ({ value, label: m.editor.reaches[value] }))}
        value={row.reach}
        disabled={disabled}
        onChange={(reach) => onRow({ ...row, reach: reach === 'own' ? 'own' : 'subtree' })}
      />
    </>
  )
}
