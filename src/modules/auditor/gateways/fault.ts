import type { FileProblem } from '../domain/file-problems.ts'

/** Why a file is not read; `values` are what the sentence for the code needs. */
export type FileFault = { readonly fault: FileProblem; readonly values?: Readonly<Record<string, string | number>> }

export function isFault(read: object): read is FileFault {
  return 'fault' in read
}

/** Bounds that every reader keeps. A province's yearbook of 63 units with 400 columns stays below all of them. */
export const MOST_COLUMNS = 2000
/** Rows of one table or sheet. */
export const MOST_ROWS = 200_000
/** Cells of the whole document, blank ones within tables counted. */
export const MOST_CELLS = 1_000_000

/** The refusal of a table with more columns than any report has. */
export function tooWide(sheet?: string): FileFault {
  return { fault: 'auditor/file-too-wide', values: { limit: MOST_COLUMNS, ...(sheet && { sheet }) } }
}

/** The refusal of more rows or cells than any report has; `limit` is the bound that was passed. */
export function tooLong(limit: number, sheet?: string): FileFault {
  return { fault: 'auditor/file-too-long', values: { limit, ...(sheet && { sheet }) } }
}
