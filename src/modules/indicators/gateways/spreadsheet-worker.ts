import { parentPort, workerData } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'
import { type PackedRows, packRows } from './packed-rows.ts'
import { type FileFault, type Unpacked, unpack } from './unpack.ts'
import { readSheet } from './workbook.ts'

export type Work = { readonly name: string; readonly bytes: Uint8Array }
export type Read = { readonly rows: PackedRows } | FileFault

// An answer, or the exit of this thread, always reaches the one who asked.
void read(workerData as Work).then((answer) => parentPort?.postMessage(answer))

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
  const parts: Unpacked | FileFault = await unpack(bytes)
  if ('fault' in parts) return parts
  const part = (path: string) => parts.get(path) ?? ''
  if (/macroEnabled/i.test(part('[Content_Types].xml'))) return { fault: 'indicators/file-macro' }
  if ([...parts.values()].some((text) => /<!DOCTYPE/i.test(text.slice(0, 2000))))
    return { fault: 'indicators/file-unreadable' }
  if (part('xl/workbook.xml') === '') return { fault: 'indicators/file-unreadable' }
  return {
    rows: packRows(
      readSheet({
        workbook: part('xl/workbook.xml'),
        relations: part('xl/_rels/workbook.xml.rels'),
        strings: part('xl/sharedStrings.xml'),
        sheet: (path) => parts.get(path),
      }),
    ),
  }
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
