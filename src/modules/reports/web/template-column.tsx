import { ActionIcon, Group, Paper } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TARGET_LEVELS } from '../domain/figure.ts'
import { type Cell, type Column, FIGURE_FORMATS, PERIOD_CHOICES } from '../domain/template.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { MoveButtons } from './move-buttons.tsx'

type Props = {
  readonly column: Column
  readonly place: number
  readonly columns: readonly Column[]
  readonly mayEdit: boolean
  readonly onColumn: (column: Column | null) => void
  readonly onMove: (by: -1 | 1) => void
}

const KINDS = ['ordinal', 'label', 'figure', 'own-figure', 'ratio', 'target', 'verdict', 'result'] as const
const ALIGNS = ['left', 'center', 'right'] as const

/** One column: its headings from the top down, what its cells hold, how wide it is. */
export function TemplateColumn({ column, place, columns, mayEdit, onColumn, onMove }: Props) {
  const m = useMessages({ vi, en })
  const disabled = !mayEdit
  const name = m.editor.column(String(place + 1))
  const set = (change: Partial<Column>) => onColumn({ ...column, ...change })
  return (
    <Paper component="fieldset" withBorder p="sm" m={0} aria-label={`${name}: ${column.headers.join(' | ')}`}>
      <Group align="flex-end" gap="sm" wrap="wrap">
        <TextField
          label={m.editor.headers}
          value={column.headers.join(' | ')}
          disabled={disabled}
          onChange={(text) =>
            set({
              headers: text
                .split('|')
                .map((part) => part.trimStart())
                .slice(0, 4),
            })
          }
        />
        <SelectField
          label={m.editor.cell}
          options={KINDS.map((value) => ({ value, label: m.editor.cells[value] }))}
          value={column.cell.kind}
          disabled={disabled}
          onChange={(value) =>
            set({ cell: cellOfKind(KINDS.find((kind) => kind === value) ?? 'label', columns, place) })
          }
        />
        <CellFields
          cell={column.cell}
          columns={columns.slice(0, place)}
          disabled={disabled}
          onCell={(cell) => set({ cell })}
        />
        <NumberField
          label={m.editor.width}
          value={column.width}
          disabled={disabled}
          onChange={(width) => set({ width: Math.min(100, Math.max(1, width ?? 10)) })}
        />
        <SelectField
          label={m.editor.align}
          options={ALIGNS.map((value) => ({ value, label: m.editor.aligns[value] }))}
          value={column.align}
          disabled={disabled}
          onChange={(value) => set({ align: ALIGNS.find((align) => align === value) ?? 'left' })}
        />
        {mayEdit && (
          <Group gap={4} wrap="nowrap">
            <MoveButtons what={name} onMove={onMove} />
            <ActionIcon
              variant="default"
              disabled={columns.length === 1}
              aria-label={`${m.editor.removeColumn}: ${name}`}
              onClick={() => onColumn(null)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Group>
    </Paper>
  )
}

/** A cell of a kind with what it must have. */
function cellOfKind(kind: Cell['kind'], columns: readonly Column[], place: number): Cell {
  const left = columns.slice(0, place).map(({ key }) => key)
  const cells: { [K in Cell['kind']]: Extract<Cell, { kind: K }> } = {
    ordinal: { kind: 'ordinal' },
    label: { kind: 'label' },
    figure: { kind: 'figure', of: { kind: 'measure', code: 'ma_so_lieu' }, as: 'count', period: 'this' },
    'own-figure': { kind: 'own-figure', as: 'percent-nd', period: 'this' },
    ratio: { kind: 'ratio', numerator: left.at(-1) ?? 'c1', denominator: left.at(-2) ?? 'c1' },
    target: { kind: 'target', level: 'city' },
    verdict: { kind: 'verdict', level: 'city' },
    result: { kind: 'result' },
  }
  return cells[kind]
}

type CellProps = {
  readonly cell: Cell
  readonly columns: readonly Column[]
  readonly disabled: boolean
  readonly onCell: (cell: Cell) => void
}

function CellFields({ cell, columns, disabled, onCell }: CellProps) {
  const m = useMessages({ vi, en })
  if (cell.kind === 'target' || cell.kind === 'verdict') {
    return (
      <SelectField
        label={m.editor.targetLevel}
        options={TARGET_LEVELS.map((value) => ({ value, label: m.levels[value] }))}
        value={cell.level}
        disabled={disabled}
        onChange={(value) => onCell({ ...cell, level: TARGET_LEVELS.find((level) => level === value) ?? 'city' })}
      />
    )
  }
  if (cell.kind === 'ratio') {
    const options = columns.map(({ key, headers }) => ({ value: key, label: headers.join(' | ').slice(0, 60) }))
    const field = (side: 'numerator' | 'denominator') => (
      <SelectField
        label={m.editor[side]}
        options={options}
        value={cell[side]}
        disabled={disabled}
        onChange={(value) => value && onCell({ ...cell, [side]: value })}
      />
    )
    return (
      <>
        {field('numerator')}
        {field('denominator')}
      </>
    )
  }
  if (cell.kind !== 'figure' && cell.kind !== 'own-figure') return null
  return <FigureFields cell={cell} disabled={disabled} onCell={onCell} />
}

type FigureCell = Extract<Cell, { kind: 'figure' | 'own-figure' }>
type FigureProps = { readonly cell: FigureCell; readonly disabled: boolean; readonly onCell: (cell: Cell) => void }

function FigureFields({ cell, disabled, onCell }: FigureProps) {
  const m = useMessages({ vi, en })
  return (
    <>
      {cell.kind === 'figure' && (
        <TextField
          label={`${m.editor.code} (indicator:… / measure:…)`}
          value={`${cell.of.kind}:${cell.of.code}`}
          disabled={disabled}
          onChange={(text) => {
            const [kind, ...rest] = text.split(':')
            onCell({
              ...cell,
              of: { kind: kind === 'indicator' ? 'indicator' : 'measure', code: rest.join(':').trim() },
            })
          }}
        />
      )}
      <SelectField
        label={m.editor.as}
        options={FIGURE_FORMATS.map((value) => ({ value, label: m.editor.formats[value] }))}
        value={cell.as}
        disabled={disabled}
        onChange={(value) => onCell({ ...cell, as: FIGURE_FORMATS.find((format) => format === value) ?? 'count' })}
      />
      <SelectField
        label={m.editor.periodChoice}
        options={PERIOD_CHOICES.map((value) => ({ value, label: m.editor.periodChoices[value] }))}
        value={cell.period}
        disabled={disabled}
        onChange={(value) => onCell({ ...cell, period: PERIOD_CHOICES.find((choice) => choice === value) ?? 'this' })}
      />
    </>
  )
}
