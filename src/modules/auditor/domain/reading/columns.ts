import { fold } from '#kernel/text.ts'
import {
  countsThings,
  ORDER_HEADER,
  RESULT_HEADER,
  SHARE_HEADER,
  TARGET_HEADER,
  TEXT_HEADER,
  UNIT_HEADER,
} from '../lexicon/table-words.ts'
import { columnStyle, isBlank, readAmount } from './amount.ts'
import { type Grid, textAt } from './grid.ts'
import type { Header } from './header.ts'
import { resolvePromise } from './header-formula.ts'
import { readOrder } from './order.ts'
import type { ColumnKind, ReadColumn } from './reading.ts'

/** What the columns of a table hold, by what their headers say and by what stands in them. */
export function readColumns(header: Header, grid: Grid, dataRows: readonly number[]): readonly ReadColumn[] {
  const marks = new Map(
    header.columns.flatMap(({ mark }, column) => (mark === null ? [] : [[mark, column] as const])).reverse(),
  )
  const columns = header.columns.map(({ path, mark, promise }, index): ReadColumn => {
    const texts = dataRows.map((row) => textAt(grid, row, index)).filter((text) => text !== '')
    return {
      index,
      path,
      header: path.join(' › '),
      mark,
      formula: promise && resolvePromise(promise, marks),
      kind: kindOf(path, texts, index),
      style: columnStyle(texts),
    }
  })
  const words = columns.filter(({ path }) => !UNIT_HEADER.test(fold(path.at(-1) ?? '')))
  const label =
    words.find(({ kind }) => kind === 'text' || kind === 'label') ??
    words.find(({ kind }) => kind === 'target' || kind === 'result')
  return columns.map((column) => (column === label ? { ...column, kind: 'label' } : column))
}

/** How the counts of a grid write thousands, taken together: for columns too small to tell by themselves. */
export function commonStyle(columns: readonly ReadColumn[], grid: Grid, headerRows: number): ReadColumn['style'] {
  const counts = columns.filter(({ kind }) => kind === 'count')
  const texts = grid
    .slice(headerRows)
    .flatMap((_, row) => counts.map(({ index }) => textAt(grid, row + headerRows, index)))
  const style = columnStyle(texts)
  return style === 'mixed' && !texts.some((text) => /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text)) ? 'commas' : style
}

function kindOf(path: readonly string[], texts: readonly string[], index: number): ColumnKind {
  const headers = path.map((text) => fold(text))
  const leaf = headers.at(-1) ?? ''
  const known = texts.filter((text) => !isBlank(text))
  const amounts = known.map((text) => readAmount(text)).filter((amount) => amount !== null)
  if (ORDER_HEADER.test(leaf) || (index === 0 && path.length === 0 && looksOrdered(known))) return 'order'
  if (index === 0 && known.length > 2 && looksOrdered(known) && amounts.length === known.length && isCounting(known))
    return 'order'
  if (known.length === 0) return leaf === '' ? 'empty' : kindBySaying(path)
  if (amounts.length * 5 >= known.length * 3) {
    if (amounts.filter(({ kind }) => kind === 'percent').length * 2 > amounts.length) {
      if (TARGET_HEADER.test(leaf) && !headers.some((header) => SHARE_HEADER.test(header))) return 'target'
      return countsThings(path.at(-1) ?? '') && !SHARE_HEADER.test(leaf) ? 'count' : 'percent'
    }
    return kindBySaying(path) === 'percent' ? 'percent' : 'count'
  }
  if (TEXT_HEADER.test(leaf) || UNIT_HEADER.test(leaf)) return 'text'
  // "Chỉ tiêu" heads both what is aimed at and the names of indicators: names seldom hold figures.
  if (TARGET_HEADER.test(leaf))
    return known.filter((text) => /\d/.test(text)).length * 3 >= known.length ? 'target' : 'text'
  return RESULT_HEADER.test(leaf) && index > 1 ? 'result' : 'text'
}

/** By the header alone, the words nearest the cells first. */
function kindBySaying(path: readonly string[]): ColumnKind {
  for (const text of path.toReversed()) {
    const header = fold(text)
    if (countsThings(text) && !/%|\bti le\b|\bty le\b/.test(header)) return 'count'
    if (SHARE_HEADER.test(header)) return 'percent'
  }
  return 'count'
}

function looksOrdered(texts: readonly string[]): boolean {
  const orders = texts.filter((text) => readOrder(text) !== null)
  return orders.length > 0 && orders.length * 10 >= texts.length * 7
}

function isCounting(texts: readonly string[]): boolean {
  return texts.every((text, at) => Number(text) === Number(texts[0]) + at)
}
