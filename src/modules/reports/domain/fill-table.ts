import { formatNumber } from '#kernel/number.ts'
import { type Figure, hasNumber, type Reach, ratioOf } from './figure.ts'
import type { FilledCell, FilledRow, FilledTable, Missing, Run } from './filled.ts'
import type { FillContext, HandTexts, IndicatorRef, Lookup } from './lookup.ts'
import { headerRows } from './table-header.ts'
import type { Block, Cell, Column, RowSource } from './template.ts'
import { figureText, GAP, percentText, percentWithPartsText } from './wording.ts'

type Table = Extract<Block, { kind: 'table' }>
type Room = {
  readonly context: FillContext
  readonly texts: HandTexts
  readonly lookup: Lookup
  readonly words: (text: string) => Run[]
  readonly miss: (missing: Omit<Missing, 'section' | 'sectionKey'>) => void
}

/** Whose numbers a row shows. */
type Who = {
  readonly key: string
  readonly ordinal: string
  readonly label: string
  readonly bold: boolean
  readonly reach: Reach
  /** A unit, or a group of the template. */
  readonly of: { readonly unitId: string } | { readonly group: string }
  readonly indicator?: IndicatorRef
}

/** The table with a row for each unit or indicator its sources name on the structure day. */
export function fillTable(table: Table, room: Room): FilledTable {
  const rows: FilledRow[] = []
  const made = new Map<string, number[]>()
  for (const source of table.rows) {
    const first = rows.length
    rows.push(...rowsOf(source, table, rows, made, room))
    made.set(
      source.key,
      rows.flatMap(({ kind }, index) => (index >= first && kind === 'data' ? [index] : [])),
    )
  }
  return {
    kind: 'table',
    key: table.key,
    caption: table.caption,
    columns: table.columns.map(({ key, width, cell }) => ({ key, width, result: cell.kind === 'result' })),
    header: headerRows(table.columns),
    rows,
  }
}

function rowsOf(
  source: RowSource,
  table: Table,
  above: readonly FilledRow[],
  made: ReadonlyMap<string, readonly number[]>,
  room: Room,
): FilledRow[] {
  const { columns } = table
  switch (source.kind) {
    case 'heading':
      return [headingRow(source.key, source.ordinal, source.label, columns)]
    case 'units': {
      const units = room.context.groups.get(source.group)?.units ?? []
      return units.map(({ id, name }, index) =>
        dataRow(
          { key: id, ordinal: String(index + 1), label: name, bold: false, reach: source.reach, of: { unitId: id } },
          table,
          room,
        ),
      )
    }
    case 'group': {
      const { key, ordinal, label, bold, reach, group } = source
      return [dataRow({ key, ordinal, label, bold, reach, of: { group } }, table, room)]
    }
    case 'indicators': {
      const members = room.context.indicators.filter(({ group }) => group === source.indicatorGroup)
      const heading = source.heading && members[0] ? [headingRow(source.key, '', members[0].groupName, columns)] : []
      return [
        ...heading,
        ...members.map((indicator) => dataRow(indicatorWho(indicator, indicator.ordinal), table, room)),
      ]
    }
    case 'indicator': {
      const indicator = room.context.indicators.find(({ code }) => code === source.code)
      if (indicator) return [dataRow(indicatorWho(indicator, source.ordinal), table, room)]
      room.miss({
        kind: 'placeholder',
        what: source.code,
        state: 'broken',
        figure: null,
        askUnitId: null,
        askUnitName: '',
      })
      return []
    }
    case 'total': {
      const rows = source.of.flatMap((key) => made.get(key) ?? [])
      return [totalRow(source.key, source.label, rows, above, columns)]
    }
  }
}

function indicatorWho(indicator: IndicatorRef, ordinal: string): Who {
  return {
    key: indicator.code,
    ordinal,
    label: indicator.name,
    bold: false,
    reach: 'own',
    of: { group: 'self' },
    indicator,
  }
}

function headingRow(key: string, ordinal: string, label: string, columns: readonly Column[]): FilledRow {
  const bold = true
  const first = ordinal && columns[0]?.cell.kind === 'ordinal'
  const cells: FilledCell[] = first
    ? [
        { runs: [{ text: ordinal }], align: 'center', bold },
        { runs: [{ text: label }], align: 'left', bold, span: columns.length - 1 },
      ]
    : [{ runs: [{ text: ordinal ? `${ordinal} ${label}` : label }], align: 'left', bold, span: columns.length }]
  return { kind: 'heading', key, cells: cells.filter(({ span }) => span !== 0) }
}

function dataRow(who: Who, table: Table, room: Room): FilledRow {
  const cells: FilledCell[] = []
  for (const column of table.columns) cells.push(styled(cellOf(column.cell, who, table, cells, room), column, who.bold))
  return { kind: 'data', key: who.key, cells }
}

function styled(cell: Omit<FilledCell, 'align'>, { align }: Column, bold: boolean): FilledCell {
  return bold ? { ...cell, align, bold } : { ...cell, align }
}

function cellOf(
  cell: Cell,
  who: Who,
  table: Table,
  left: readonly FilledCell[],
  room: Room,
): Omit<FilledCell, 'align'> {
  switch (cell.kind) {
    case 'ordinal':
      return { runs: [{ text: who.ordinal }] }
    case 'label':
      return { runs: [{ text: who.label }] }
    case 'figure': {
      const figure = find(who, cell.of, cell.period, room)
      const before = cell.as === 'change' ? find(who, cell.of, 'previous', room) : undefined
      return figureCell(figure, cell.as, before, { what: cell.of.code, who, room })
    }
    case 'own-figure': {
      if (!who.indicator) return { runs: [] }
      const subject = { kind: 'indicator', code: who.indicator.code } as const
      const before = cell.as === 'change' ? find(who, subject, 'previous', room) : undefined
      return figureCell(find(who, subject, cell.period, room), cell.as, before, { what: who.indicator.name, who, room })
    }
    case 'ratio':
      return ratioCell(cell, table.columns, left)
    case 'target':
      return { runs: [{ text: ownFigure(who, room)?.targets.find(({ level }) => level === cell.level)?.text ?? '' }] }
    case 'verdict': {
      const verdict = ownFigure(who, room)?.targets.find(({ level }) => level === cell.level)?.verdict
      return {
        runs: [{ text: verdict === 'met' ? 'Đạt' : verdict === 'missed' || verdict === 'near' ? 'Chưa đạt' : '' }],
      }
    }
    case 'result':
      return resultCell(who, `${table.key}/${who.key}`, room)
  }
}

function find(who: Who, subject: Figure['subject'], choice: 'this' | 'previous' | 'last-year', { lookup }: Room) {
  return 'unitId' in who.of
    ? lookup.ofUnit(subject, who.of.unitId, who.reach, choice)
    : lookup.ofGroup(subject, who.of.group, who.reach, choice)
}

function ownFigure(who: Who, room: Room): Figure | undefined {
  return who.indicator && find(who, { kind: 'indicator', code: who.indicator.code }, 'this', room)
}

type Asked = { readonly what: string; readonly who: Who; readonly room: Room }

function figureCell(
  figure: Figure | undefined,
  as: Parameters<typeof figureText>[1],
  before: Figure | undefined,
  asked: Asked,
): Omit<FilledCell, 'align'> {
  if (!figure || !hasNumber(figure)) return gap(figure, asked)
  const text = figureText(figure, as, before)
  const runs: Run[] = [text === GAP ? { text, figure: figure.key, missing: true } : { text, figure: figure.key }]
  if (as === 'count' || as === 'numerator')
    return { runs, number: figure.value ?? figure.numerator ?? 0, format: 'count' }
  if (as === 'denominator' && figure.denominator !== null) return { runs, number: figure.denominator, format: 'count' }
  const ratio = ratioOf(figure)
  if ((as === 'percent' || as === 'percent-nd') && ratio !== null)
    return { runs, number: ratio, format: 'percent', ...partsOf(figure) }
  return { runs }
}

/** A cell without a number: not applicable is left blank on purpose, everything else is asked for. */
function gap(figure: Figure | undefined, { what, who, room }: Asked): Omit<FilledCell, 'align'> {
  if (figure?.state === 'not-applicable') return { runs: [{ text: '', figure: figure.key }] }
  if (figure?.note) return { runs: [{ text: figure.note, figure: figure.key }] }
  room.miss({
    kind: 'figure',
    what: figure?.name ?? what,
    state: figure?.state ?? 'missing',
    figure: figure?.key ?? null,
    askUnitId: figure?.unitId ?? ('unitId' in who.of ? who.of.unitId : room.context.unit.id),
    askUnitName: figure?.unitName ?? who.label,
  })
  return { runs: [figure ? { text: GAP, figure: figure.key, missing: true } : { text: GAP, missing: true }] }
}

function ratioCell(
  cell: Extract<Cell, { kind: 'ratio' }>,
  columns: readonly Column[],
  left: readonly FilledCell[],
): Omit<FilledCell, 'align'> {
  const numerator = columns.findIndex(({ key }) => key === cell.numerator)
  const denominator = columns.findIndex(({ key }) => key === cell.denominator)
  const parts = { numerator: left[numerator]?.number ?? null, denominator: left[denominator]?.number ?? null }
  const ratio = ratioOf(parts)
  if (ratio === null) return { runs: [{ text: GAP, missing: true }] }
  return {
    runs: [{ text: percentText(parts) }],
    number: ratio,
    format: 'percent',
    formula: { kind: 'ratio', numerator, denominator },
  }
}

function resultCell(who: Who, key: string, room: Room): Omit<FilledCell, 'align'> {
  const figure = ownFigure(who, room)
  const written = room.texts.get(key)
  const said = written ?? figure?.note ?? ''
  if (!figure || !hasNumber(figure)) {
    if (said && !written && figure) return { runs: [{ text: said, figure: figure.key }], editable: key }
    if (said) return { runs: room.words(said), editable: key }
    return { ...gap(figure, { what: who.label, who, room }), editable: key }
  }
  const number = { text: percentWithPartsText(figure), figure: figure.key }
  const runs = said ? [number, { text: '. ' }, ...room.words(said)] : [number]
  const ratio = ratioOf(figure)
  return {
    runs,
    editable: key,
    ...(ratio !== null && { number: ratio, format: 'percent' as const }),
    ...partsOf(figure),
  }
}

function partsOf({ numerator, denominator }: Figure): Pick<FilledCell, 'parts'> {
  return numerator === null || denominator === null ? {} : { parts: { numerator, denominator } }
}

/** Counts are added; a ratio column divides the added counts, so a total is never a mean of percentages. */
function totalRow(
  key: string,
  label: string,
  rows: readonly number[],
  above: readonly FilledRow[],
  columns: readonly Column[],
): FilledRow {
  const cells: FilledCell[] = []
  for (const [index, column] of columns.entries()) {
    cells.push(styled(totalCell(column, index, { label, rows, above, columns, left: cells }), column, true))
  }
  return { kind: 'total', key, cells }
}

type Total = {
  readonly label: string
  readonly rows: readonly number[]
  readonly above: readonly FilledRow[]
  readonly columns: readonly Column[]
  readonly left: readonly FilledCell[]
}

function totalCell(
  { cell }: Column,
  index: number,
  { label, rows, above, columns, left }: Total,
): Omit<FilledCell, 'align'> {
  if (cell.kind === 'label') return { runs: [{ text: label }] }
  if (cell.kind === 'ratio') return ratioCell(cell, columns, left)
  const numbers = rows.flatMap((row) => {
    const summed = above[row]?.cells[index]
    return summed?.format === 'count' && summed.number !== undefined ? [summed.number] : []
  })
  if (numbers.length === 0) return { runs: [{ text: '' }] }
  const number = numbers.reduce((sum, value) => sum + value, 0)
  return { runs: [{ text: formatNumber(number) }], number, format: 'count', formula: { kind: 'sum', rows } }
}
