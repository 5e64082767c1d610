import { formatNumber } from '#kernel/number.ts'
import type { Correction, Found, Severity, Spot } from '../finding.ts'
import type { ReadTable } from '../reading/reading.ts'
import type { Words } from '../words.ts'
import { type CellTerm, type Constraint, cellsOf, check, type Ref, type Share } from './constraint.ts'
import type { Arithmetic } from './constraints.ts'
import { type Mend, mend } from './mend.ts'
import type { Sheet } from './sheet.ts'

export type Said = { readonly severity: Severity; readonly why: Words; readonly notes?: readonly Words[] }

/** A broken constraint as a finding. `judge` gives severity and reason, knowing whether a correction is confirmed. */
export function tellBroken(
  constraint: Constraint,
  arithmetic: Arithmetic,
  judge: (mended: Mend | null) => Said | null,
): readonly Found[] {
  const { sheet } = arithmetic
  const verdict = check(constraint, sheet)
  if (verdict.state !== 'fails') return []
  const mended = mend(constraint, arithmetic)
  const said = judge(mended)
  if (!said) return []
  const { table } = sheet
  const accused = mended?.changes ?? []
  const cells = cellsOf(constraint)
  const spots = uniqueSpots([...accused, ...cells].map((ref) => spotOf(table, ref)))
  return [
    {
      severity: said.severity,
      spots,
      stated: statedText(constraint, sheet, verdict.stated),
      worked: workedText(constraint, sheet, verdict),
      why: said.why,
      ...(mended ? { correction: correctionOf(mended, table) } : {}),
      ...(said.notes ? { notes: said.notes } : {}),
    },
  ]
}

/** The place of a cell in the document. */
export function spotOf(table: ReadTable, { row, column }: Ref): Spot {
  return table.rows[row]?.cells[column]?.spot ?? { block: table.blocks[0] ?? 0 }
}

/** What is written in a cell, without spaces at its ends. */
export function writtenAt(table: ReadTable, { row, column }: Ref): string {
  return table.rows[row]?.cells[column]?.text.trim() ?? ''
}

/** A column as people call it: its number in brackets, else its header. */
export function columnName(table: ReadTable, index: number): string {
  const column = table.columns[index]
  if (column?.mark) return `(${column.mark})`
  return `“${(column?.path.at(-1) ?? column?.header ?? String(index + 1)).replace(/\s+/g, ' ').trim()}”`
}

/** A cell as people call it beside the others of a computation: by its row when they stand in one column, else by its column. */
export function cellName(table: ReadTable, ref: Ref, all: readonly Ref[]): string {
  const inOneColumn = all.length > 1 && all.every(({ column }) => column === ref.column)
  if (!inOneColumn) return columnName(table, ref.column)
  return `“${(table.rows[ref.row]?.label ?? '').replace(/\s+/g, ' ').trim()}”`
}

function statedText(constraint: Constraint, sheet: Sheet, stated: number): Words {
  const { table } = sheet
  const ref = constraint.kind === 'share' ? constraint.percent : constraint.terms[0]
  const written = ref ? writtenAt(table, ref) : formatNumber(stated)
  const column = ref ? cellName(table, ref, cellsOf(constraint)) : ''
  return { vi: `${column} ghi ${written}`, en: `${column} states ${written}` }
}

function workedText(
  constraint: Constraint,
  sheet: Sheet,
  verdict: { readonly expected: number; readonly stated: number },
): Words {
  if (constraint.kind === 'share') {
    const text = `${ratioText(constraint, sheet)} = ${percentText(verdict.expected, constraint)} ≠ ${writtenAt(sheet.table, constraint.percent)}`
    return { vi: text, en: text }
  }
  const parts = constraint.terms.slice(1).map(flipped)
  const short = parts.length <= 8 ? sumText(parts, sheet) : ''
  const total = formatNumber(verdict.expected)
  const difference = formatNumber(Number((verdict.stated - verdict.expected).toPrecision(12)))
  const stated = formatNumber(verdict.stated)
  return {
    vi: `${short ? `${short} = ` : `Cộng ${parts.length} dòng được `}${total} ≠ ${stated} (chênh ${difference})`,
    en: `${short ? `${short} = ` : `The ${parts.length} rows add up to `}${total} ≠ ${stated} (off by ${difference})`,
  }
}

const flipped = (term: CellTerm): CellTerm => ({ ...term, sign: term.sign > 0 ? -1 : 1 })

/** `23.987 + 33`, with the numbers as they stand. */
export function sumText(terms: readonly CellTerm[], sheet: Sheet): string {
  return terms
    .map((term, at) => {
      const value = formatNumber(sheet.values[term.row]?.[term.column] ?? 0)
      if (at === 0) return term.sign < 0 ? `−${value}` : value
      return `${term.sign < 0 ? '−' : '+'} ${value}`
    })
    .join(' ')
}

/** `23.802 / 23.391`. */
export function ratioText({ top, bottom }: Pick<Share, 'top' | 'bottom'>, sheet: Sheet): string {
  const [above, below] = [sumText(top, sheet), sumText(bottom, sheet)]
  return `${top.length > 1 ? `(${above})` : above} / ${bottom.length > 1 ? `(${below})` : below}`
}

function percentText(value: number, { scale }: Share): string {
  return scale === 100 ? `${formatNumber(Number(value.toFixed(2)))}%` : formatNumber(Number(value.toFixed(4)))
}

function correctionOf(mended: Mend, table: ReadTable): Correction {
  const changes = mended.changes.map((change) => ({
    spot: spotOf(table, change),
    from: writtenAt(table, change),
    to: likeWritten(change.value, writtenAt(table, change)),
  }))
  const [first, second] = changes
  const rewrite = changes.map(({ from, to }) => `${from} → ${to}`).join('; ')
  return {
    kind: KIND[mended.kind],
    says: saysOf(mended.kind, mended.kind === 'swap' ? `${first?.from} ↔ ${second?.from}` : rewrite),
    changes,
    confirmedBy: uniqueSpots(mended.confirmedBy.map((ref) => spotOf(table, ref))),
  }
}

const KIND: Record<Mend['kind'], Correction['kind']> = {
  swap: 'swap',
  transpose: 'transpose',
  'lost-mark': 'lost-mark',
  digit: 'other',
  value: 'other',
}

/** What a correction says behind the name of its kind. */
function saysOf(kind: Mend['kind'], rewrite: string): Words {
  if (kind === 'digit') return { vi: `sai một chữ số, ${rewrite}`, en: `one digit is wrong, ${rewrite}` }
  if (kind === 'value')
    return { vi: `${rewrite} khớp mọi phép tính liên quan`, en: `${rewrite} fits every computation around it` }
  return { vi: rewrite, en: rewrite }
}

/** The value in the manner of what is written: a percent sign, a dot or no mark at the thousands. */
export function likeWritten(value: number, written: string): string {
  const text = formatNumber(value)
  const plain = /^\d{4,}/.test(written.trim()) ? text.replaceAll('.', '') : text
  return written.includes('%') ? `${plain}%` : plain
}

function uniqueSpots(spots: readonly Spot[]): readonly Spot[] {
  return spots.filter(
    (spot, at) =>
      spots.findIndex(
        (other) => other.block === spot.block && other.row === spot.row && other.column === spot.column,
      ) === at,
  )
}
