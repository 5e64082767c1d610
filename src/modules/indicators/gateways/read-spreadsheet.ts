import { parse } from 'csv-parse/sync'
import { answerOnce } from '#server/answer-once.ts'
import { type ArchiveFault, openArchive, partText } from '#server/archive.ts'
import { type PackedRows, packRows } from './packed-rows.ts'
import { readSheet } from './workbook.ts'

export type Work = { readonly name: string; readonly bytes: Uint8Array }
/** The rows, or the code of the module's problem that says why there are none. */
export type Read = { readonly rows: PackedRows } | { readonly fault: string; readonly limit?: number }

/** A workbook of 200,000 values takes about 40 MB. */
const MOST_UNPACKED_MB = 160

answerOnce(read)

async function read({ name, bytes }: Work): Promise<Read> {
  if (/\.(?:xlsm|xlsb|xltm|xlam)$/i.test(name)) return { fault: 'indicators/file-macro' }
  try {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
    return isZip ? await readWorkbook(bytes) : readText(bytes)
  } catch {
    return { fault: 'indicators/file-unreadable' }
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<Read> {
  const archive = await openArchive(bytes, { wanted: isRead, mostUnpackedMb: MOST_UNPACKED_MB })
  if ('fault' in archive) return faultOf(archive)
  const workbook = partText(archive, 'xl/workbook.xml')
  if (workbook === '') return { fault: 'indicators/file-unreadable' }
  return {
    rows: packRows(
      readSheet({
        workbook,
        relations: partText(archive, 'xl/_rels/workbook.xml.rels'),
        strings: partText(archive, 'xl/sharedStrings.xml'),
        sheet: (path) => (archive.parts.has(path) ? partText(archive, path) : undefined),
      }),
    ),
  }
}

/** Only what a table needs: no pictures, styles or printer settings. */
function isRead(name: string): boolean {
  return /^xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[\w.-]+\.xml)$/.test(name)
}

function faultOf({ fault }: ArchiveFault): Read {
  if (fault === 'macro') return { fault: 'indicators/file-macro' }
  if (fault === 'bomb') return { fault: 'indicators/file-bomb', limit: MOST_UNPACKED_MB }
  return { fault: 'indicators/file-unreadable' }
}

function readText(bytes: Uint8Array): Read {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const parsed: unknown = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  })
  // With `info` the reader wraps each record; its types do not say so.
  const records = parsed as { record: string[]; info: { lines: number } }[]
  const rows = records.map(({ record, info }) => ({
    number: info.lines,
    cells: record.map((cell) => {
      if (cell.trim() === '') return undefined
      return { kind: /^[=@]/.test(cell.trim()) ? ('formula' as const) : ('text' as const), text: cell }
    }),
  }))
  return { rows: packRows(rows) }
}

/** What parts the cells of the first line: a tab (pasted from Excel), else the commoner of semicolon and comma. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split('\n', 1)
  if (line.includes('\t')) return '\t'
  return line.split(';').length > line.split(',').length ? ';' : ','
}
