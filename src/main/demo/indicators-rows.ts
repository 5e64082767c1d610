import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** A row of a CSV file: texts by column, '' where a column is absent. */
export type Row = (column: string) => string

/** The rows of a file of the demonstration's figures. */
export async function readRows(file: string): Promise<readonly Row[]> {
  const text = await readFile(join(import.meta.dirname, 'data/indicators', `${file}.csv`), 'utf8')
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  return rows.map((row) => (column) => row[column]?.trim() ?? '')
}

/** A table as CSV text, as it is imported. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join(',')).join('\n')
}
