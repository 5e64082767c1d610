import { formatNumber, formatPercent, roundHalfUp } from '#kernel/number.ts'
import type { FormColumn, FormPage } from './forms/page.ts'

/** A table of figures as it is printed: each number with how a spreadsheet computes it. */
export type PrintedTable = {
  readonly title: string
  readonly subtitle: string
  readonly note: string | null
  /** `II.06`, `4a`: the number of the form; empty where it has none. */
  readonly form: string
  /** The name of its sheet in a workbook. */
  readonly sheet: string
  /** Over the names of the rows: `Đơn vị`. */
  readonly rowHead: string
  readonly columns: readonly { readonly label: string; readonly group: string | null }[]
  readonly rows: readonly PrintedRow[]
}
type PrintedRow = {
  readonly name: string
  /** A row of others: without a number of its own. */
  readonly isTotal: boolean
  readonly cells: readonly PrintedCell[]
}
export type PrintedCell =
  | {
      readonly kind: 'count'
      readonly value: number | null /** In a total: the sum of the rows above. */
      readonly adds: boolean
    }
  /** Over two columns of the row, by place. */
  | {
      readonly kind: 'ratio'
      readonly numerator: number | null
      readonly denominator: number | null
      readonly of: readonly [number, number]
    }
  /** Points, with at most two decimals. */
  | { readonly kind: 'points'; readonly value: number | null }
  /** Nothing is said here. */
  | { readonly kind: 'empty' }

/** Stands where a share has nothing to be a share of, or nothing is known. */
const NOTHING = '–'

/** The number as people read it; a dash where there is none. */
export function cellText(cell: PrintedCell): string {
  if (cell.kind === 'ratio')
    return cell.numerator === null || !cell.denominator ? NOTHING : formatPercent(cell.numerator, cell.denominator)
  if (cell.kind === 'empty') return ''
  if (cell.value === null) return NOTHING
  return formatNumber(cell.kind === 'points' ? roundHalfUp(cell.value, 2) : cell.value)
}

/** What is printed below the table: over which columns each share is, and what else has to be said. */
export function notesOf({ columns, rows, note }: PrintedTable): string[] {
  const named = (at: number) => {
    const column = columns[at]
    if (!column) return ''
    return column.group === null ? column.label : `${column.label} (${column.group})`
  }
  const cells = rows.find((row) => row.cells.some(({ kind }) => kind === 'ratio'))?.cells ?? []
  const shares = cells.flatMap((cell, place) =>
    cell.kind === 'ratio' && !named(place).includes('/')
      ? [`${named(place)} = ${named(cell.of[0])} : ${named(cell.of[1])}.`]
      : [],
  )
  return [...(note === null ? [] : [note]), ...shares]
}

/** Shares of the width: a number for the row, its name, and the columns; the more columns, the narrower the name. */
export function widthsOf({ columns }: PrintedTable): number[] {
  return [0.7, columns.length > 8 ? 3 : 4, ...columns.map(() => 1.6)]
}

type Shown = { readonly vi: string }
type Report = {
  readonly title: Shown
  readonly note: Shown | null
  readonly table: string
  readonly days: { readonly label: Shown }
  readonly columns: readonly {
    readonly key: string
    readonly label: Shown
    readonly group: Shown | null
    readonly addsUp: boolean
    readonly of: readonly [string, string] | null
  }[]
  readonly rows: readonly {
    readonly unit: { readonly name: string }
    readonly kind: 'unit' | 'own' | 'total'
    readonly cells: readonly {
      readonly value: number | null
      readonly numerator: number | null
      readonly denominator: number | null
    }[]
  }[]
}

/** A table of the one-stop desk in Vietnamese, as it is sent up. */
export function printedReport({ title, note, table, days, columns, rows }: Report): PrintedTable {
  const placeOf = (key: string) => columns.findIndex((column) => column.key === key)
  return {
    title: title.vi,
    subtitle: days.label.vi,
    note: note?.vi ?? null,
    form: /^\d/.test(table) ? table : '',
    sheet: /^\d/.test(table) ? `Bảng ${table}` : title.vi,
    rowHead: 'Đơn vị',
    columns: columns.map(({ label, group }) => ({ label: label.vi, group: group?.vi ?? null })),
    rows: rows.map(({ unit, kind, cells }) => ({
      name: kind === 'total' ? 'Tổng cộng' : kind === 'own' ? `${unit.name} (tự giải quyết)` : unit.name,
      isTotal: kind === 'total',
      cells: cells.map((cell, place): PrintedCell => {
        const column = columns[place]
        if (!column?.of) return { kind: 'count', value: cell.value, adds: column?.addsUp ?? false }
        const of = [placeOf(column.of[0]), placeOf(column.of[1])] as const
        return { kind: 'ratio', numerator: cell.numerator, denominator: cell.denominator, of }
      }),
    })),
  }
}

const GROUPS = [
  { to: 6, name: 'Tiếp nhận' },
  { to: 10, name: 'Đã giải quyết' },
  { to: 13, name: 'Đang giải quyết' },
] as const
const II06 = {
  3: 'Tổng số (3)',
  4: 'Trực tuyến (4)',
  5: 'Trực tiếp, bưu chính (5)',
  6: 'Kỳ trước chuyển sang (6)',
  7: 'Tổng số (7)',
  8: 'Trước hạn (8)',
  9: 'Đúng hạn (9)',
  10: 'Quá hạn (10)',
  11: 'Tổng số (11)',
  12: 'Trong hạn (12)',
  13: 'Quá hạn (13)',
} as const
type Counts = Readonly<Record<keyof typeof II06, number>>
type FormRow = { readonly name: Shown; readonly counts: Counts }

/** Form II.06, as it is sent up. */
export function printedFormII06({
  days,
  rows,
  total,
}: {
  readonly days: { readonly label: Shown }
  readonly rows: readonly FormRow[]
  readonly total: FormRow
}): PrintedTable {
  const numbers = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const
  return {
    title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
    subtitle: days.label.vi,
    note: '(3) = (4) + (5) + (6); (7) = (8) + (9) + (10); (11) = (12) + (13); (3) = (7) + (11).',
    form: 'II.06',
    sheet: 'Biểu II.06',
    rowHead: 'Lĩnh vực',
    columns: numbers.map((number) => ({
      label: II06[number],
      group: GROUPS.find(({ to }) => number <= to)?.name ?? null,
    })),
    rows: [...rows, total].map((row) => ({
      name: row === total ? 'Tổng cộng' : row.name.vi,
      isTotal: row === total,
      cells: numbers.map((number): PrintedCell => ({ kind: 'count', value: row.counts[number], adds: true })),
    })),
  }
}

type IndexLine = {
  readonly id: string
  readonly name: Shown
  readonly group: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly points: number | null
  readonly maxPoints: number | null
  readonly hasSource: boolean
  readonly missing: readonly Shown[]
}
type IndexScore = { readonly points: number; readonly maxPoints: number }

/** The 766 index: each group with its lines, what they count and the points they earn. */
export function printedIndex766({
  days,
  lines,
  groups,
  total,
  bands,
}: {
  readonly days: { readonly label: Shown }
  readonly lines: readonly IndexLine[]
  readonly groups: readonly (IndexScore & { readonly group: string; readonly name: Shown })[]
  readonly total: IndexScore
  readonly bands: { readonly low: Shown; readonly high: Shown }
}): PrintedTable {
  const empty: readonly PrintedCell[] = ['numerator', 'denominator', 'ratio'].map(() => ({ kind: 'empty' }))
  const score = ({ points, maxPoints }: { points: number | null; maxPoints: number | null }): PrintedCell[] => [
    { kind: 'points', value: points },
    { kind: 'points', value: maxPoints },
  ]
  const summed = (name: string, one: IndexScore): PrintedRow => ({
    name,
    isTotal: true,
    cells: [...empty, ...score(one)],
  })
  const lineOf = (line: IndexLine): PrintedRow => ({
    name: `${line.id} ${line.name.vi}${line.missing.map(({ vi }) => ` (${vi})`).join('')}`,
    isTotal: false,
    cells: [
      { kind: 'count', value: line.numerator, adds: false },
      { kind: 'count', value: line.denominator, adds: false },
      { kind: 'ratio', numerator: line.numerator, denominator: line.denominator, of: [0, 1] },
      ...score(line.hasSource ? line : { points: null, maxPoints: null }),
    ],
  })
  const band = bands.low.vi === bands.high.vi ? bands.low.vi : `${bands.low.vi} đến ${bands.high.vi}`
  return {
    title: 'Chỉ số phục vụ người dân, doanh nghiệp',
    subtitle: days.label.vi,
    note: `Theo Quyết định 766/QĐ-TTg. Xếp loại: ${band}. Mục không phát sinh để trống điểm; mục chưa có nguồn không tính vào điểm tối đa; điểm theo nhóm chưa kiểm chứng với văn bản công bố.`,
    form: '',
    sheet: 'Chỉ số 766',
    rowHead: 'Nhóm, chỉ tiêu',
    columns: ['Tử số', 'Mẫu số', 'Tỷ lệ', 'Điểm đạt', 'Điểm tối đa'].map((label) => ({ label, group: null })),
    rows: [
      ...groups.flatMap((group) => [
        summed(group.name.vi, group),
        ...lines.filter((line) => line.group === group.group).map(lineOf),
      ]),
      summed('Tổng điểm', total),
    ],
  }
}

/** The table as blocks of a printed form. */
export function tableBlocks(table: PrintedTable): FormPage['blocks'] {
  const [number = 0, name = 0, ...widths] = widthsOf(table)
  const columns: FormColumn[] = [
    { title: 'TT', width: number, align: 'center' },
    { title: table.rowHead, width: name, align: 'left' },
    ...table.columns.map(({ label, group }, place) => ({
      title: label,
      width: widths[place] ?? 1,
      align: 'right' as const,
      ...(group && { group }),
    })),
  ]
  const rows = numbered(table).map(({ number: place, name: named, cells }) => [place, named, ...cells.map(cellText)])
  return [
    { kind: 'table', columns, rows, strong: table.rows.flatMap(({ isTotal }, at) => (isTotal ? [at] : [])) },
    ...notesOf(table).map((text) => ({ kind: 'text' as const, style: 'italic' as const, text })),
  ]
}

/** The rows with the number each bears; sums bear none. */
export function numbered({ rows }: PrintedTable): (PrintedRow & { readonly number: string })[] {
  let last = 0
  return rows.map((row) => ({ ...row, number: row.isTotal ? '' : String(++last) }))
}
