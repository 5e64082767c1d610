import type { Cell, ReportDocument } from '../../domain/document.ts'
import { type FileFault, isFault, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, tooLong, tooWide } from '../fault.ts'
import { decodeText } from './decode.ts'
import { recordsOf } from './records.ts'

/** A file of separated values as a document of one table. */
export async function readCsv(bytes: Uint8Array, name: string): Promise<ReportDocument | FileFault> {
  const text = decodeText(bytes)
  if (typeof text !== 'string') return text
  const named = /^sep=([,;|\t])\n/.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const rows = rowsOf(body, named?.[1] ?? delimiterOf(body), named ? 1 : 0)
  if (isFault(rows)) return rows
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0)
  const origin = rows[0]?.[0]?.origin ?? {}
  return { name, format: 'csv', blocks: width === 0 ? [] : [{ kind: 'table', rows, width, origin }] }
}

/** In the order in which they win when the evidence is equal: a comma is more often part of a number than the others are. */
const DELIMITERS = ['\t', ';', '|', ','] as const
/** Characters that tell the delimiter. */
const SAMPLE = 50_000

/** The separator by which most lines fall into equally many cells. */
function delimiterOf(text: string): string {
  const lastEnd = text.lastIndexOf('\n', SAMPLE)
  const sample = text.slice(0, text.length > SAMPLE && lastEnd > 0 ? lastEnd : SAMPLE)
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }))
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

/** Part of the records that have the width which most of those with more than one cell have, 0 to 1. */
function evenness(sample: string, delimiter: string): number {
  const records = recordsOf(sample, delimiter)
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  counts.delete(1)
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0)
  return most / Math.max(1, records.length)
}

function rowsOf(text: string, delimiter: string, linesBefore: number): Cell[][] | FileFault {
  const records = recordsOf(text, delimiter)
  if (records.length > MOST_ROWS) return tooLong(MOST_ROWS)
  if (records.some(({ cells }) => cells.length > MOST_COLUMNS)) return tooWide()
  if (records.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_CELLS) return tooLong(MOST_CELLS)
  if (records.some(({ cells }) => cells.some(({ length }) => length > LONGEST_CELL))) {
    return { fault: 'auditor/file-too-long' }
  }
  return records.map(({ cells, line }, row) => {
    const origin = { line: line + linesBefore }
    return cells.map((text, column) => ({ text: text.trim(), row, column, origin }))
  })
}

/** Characters; Excel's own bound is 32,767. */
const LONGEST_CELL = 200_000
