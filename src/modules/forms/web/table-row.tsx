import { IconX } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { type Language, useLanguage, useMessages } from '#ui/language.tsx'
import type { Trouble } from '../domain/answer.ts'
import { type Column, type Field, say } from '../domain/definition.ts'
import { cellFromText, cellText } from '../domain/paste.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { troubleText, useFilling } from './form-context.ts'
import classes from './form-view.module.css'

export type Row = Readonly<Record<string, unknown>>

type Props = {
  readonly field: Field
  readonly index: number
  readonly row: Row
  readonly kept: Row | undefined
  readonly troubles: readonly Trouble[] | undefined
  readonly onCell: (row: number, column: string, value: unknown) => void
  readonly onRemove: (row: number) => void
}

/** One row; the others are not drawn again when it changes. */
export const TableRow = memo(
  function TableRow({ field, index, row, kept, troubles, onCell, onRemove }: Props) {
    const typed = field.columns.filter(({ value }) => value === null)
    return (
      <tr aria-rowindex={index + 2}>
        <th scope="row">{index + 1}</th>
        {field.columns.map((column) => (
          <td key={column.name} data-kind={column.kind}>
            <Cell
              column={column}
              table={field.name}
              place={`${index} ${typed.indexOf(column)}`}
              row={index}
              value={column.value === null ? row[column.name] : kept?.[column.name]}
              trouble={troubles?.find(({ path }) => path === `${field.name}.${index}.${column.name}`)}
              onCell={onCell}
            />
          </td>
        ))}
        <td>
          <Remove row={index} onRemove={onRemove} />
        </td>
      </tr>
    )
  },
  // Kept rows are made anew by a check; what they say decides.
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.field === b.field &&
    a.onCell === b.onCell &&
    a.kept === b.kept &&
    sameTroubles(a.troubles, b.troubles),
)

function sameTroubles(a: readonly Trouble[] = [], b: readonly Trouble[] = []): boolean {
  return a.length === b.length && a.every((one, at) => one.path === b[at]?.path && one.code === b[at]?.code)
}

const Remove = memo(function Remove({ row, onRemove }: { readonly row: number } & Pick<Props, 'onRemove'>) {
  const m = useMessages({ vi, en })
  return (
    <button type="button" className={classes.remove} aria-label={m.removeRow(row + 1)} onClick={() => onRemove(row)}>
      <IconX size={16} aria-hidden />
    </button>
  )
})

type CellProps = {
  readonly column: Column
  readonly table: string
  readonly place: string
  readonly row: number
  readonly value: unknown
  readonly trouble: Trouble | undefined
  readonly onCell: Props['onCell']
}

/** One cell; the others of its row are not drawn again when it changes. */
const Cell = memo(function Cell({ column, table, place, row, value, trouble, onCell }: CellProps) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const { store } = useFilling()
  const [typed, setTyped] = useState<string | null>(null)
  const label = m.cell(say(column.label, language), row + 1)
  if (column.value !== null) return <output aria-label={label}>{cellText(column, value, language)}</output>
  const said = trouble && troubleText(store.form.definition, trouble, language)
  const onChange = (next: unknown) => onCell(row, column.name, next)
  const shared = {
    name: `${table}.${row}.${column.name}`,
    'data-cell': place,
    'aria-label': said ? `${label}: ${said}` : label,
    'aria-invalid': trouble?.severity === 'error' || undefined,
    title: said,
    className: classes.cell,
  }
  const options = optionsOf(column, language, m)
  if (options)
    return (
      <select
        {...shared}
        value={typeof value === 'string' || typeof value === 'boolean' ? `${value}` : ''}
        onChange={({ currentTarget: { value: chosen } }) =>
          onChange(chosen === '' ? null : column.kind === 'yes-no' ? chosen === 'true' : chosen)
        }
      >
        <option value="">{m.choose}</option>
        {/* What was pasted and is none of them is shown as it is, to be seen and mended. */}
        {typeof value === 'string' && !options.some((option) => option.value === value) && (
          <option value={value}>{value}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  return (
    <input
      {...shared}
      value={typed ?? cellText(column, value, language)}
      inputMode={column.kind === 'number' || column.kind === 'money' ? 'decimal' : 'text'}
      autoComplete="off"
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text)
        onChange(cellFromText(column, text))
      }}
      onBlur={() => setTyped(null)}
    />
  )
})

function optionsOf(column: Column, language: Language, m: ReturnType<typeof useMessages<typeof vi>>) {
  const kind: string = column.kind
  switch (kind) {
    case 'choice':
      return column.choices.map(({ value, label }) => ({ value, label: say(label, language) }))
    case 'yes-no':
      return [
        { value: 'true', label: m.yes },
        { value: 'false', label: m.no },
      ]
    case 'gender':
      return (['male', 'female', 'other'] as const).map((value) => ({ value, label: m[value] }))
    default:
      return null
  }
}
