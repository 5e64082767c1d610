import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { audit } from '#modules/auditor/domain/audit.ts'
import type { ReportDocument } from '#modules/auditor/domain/document.ts'
import type { Spot } from '#modules/auditor/domain/finding.ts'
import { NOTHING_KNOWN } from '#modules/auditor/domain/knowledge.ts'
import { isFault } from '#modules/auditor/gateways/fault.ts'
import { readFileAs } from '#modules/auditor/gateways/read-file.ts'
import type { Judged } from './score.ts'
import { judge } from './score.ts'
import { asDocx, asText } from './write-file.ts'
import { KIND_NAMES, type Written, writeLongReport, writeReport } from './write-report.ts'
import { asXlsx } from './write-workbook.ts'

const WRITERS: Readonly<Record<string, (document: ReportDocument) => Promise<Uint8Array>>> = {
  txt: async (document) => new TextEncoder().encode(asText(document)),
  docx: async (document) => asDocx(document),
  xlsx: asXlsx,
}

export const FILE_KINDS: readonly string[] = Object.keys(WRITERS)

/** Each report written to a file of this kind, read again and audited; the planted spots are looked up in what was read. */
export async function judgeFiles(kind: string, from: number, count: number, errors: boolean): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const name of KIND_NAMES) {
    for (let seed = from; seed < from + count; seed++) {
      const report = writeReport(name, seed, errors)
      const bytes = await WRITERS[kind]?.(report.document)
      const read = await readFileAs(`report.${kind}`, bytes ?? new Uint8Array())
      if (isFault(read)) throw new Error(`${name} ${seed}: ${read.fault}`)
      judged.push(judge(relocated(report, read), audit(read, NOTHING_KNOWN).findings))
    }
  }
  return judged
}

/** The report with the spots of its errors where the reader of files put those rows and paragraphs. */
function relocated(report: Written, read: ReportDocument): Written {
  const places = placesOf(read)
  const find = (spot: Spot): Spot[] => {
    const place = places.get(keyOf(report.document, spot))
    return place ? [{ ...spot, ...place }] : []
  }
  const planted = report.planted.map((error) => ({
    ...error,
    wrong: error.wrong.flatMap((one) => find(one.spot).map((spot) => ({ ...one, spot }))),
    tied: error.tied.flatMap(find),
  }))
  return { ...report, document: read, planted }
}

function placesOf({ blocks }: ReportDocument): ReadonlyMap<string, Partial<Spot>> {
  const places = new Map<string, Partial<Spot>>()
  for (const [block, one] of blocks.entries()) {
    if (one.kind === 'paragraph') places.set(digitsOf([one.text]), { block })
    else
      for (const [row, cells] of one.rows.entries()) places.set(digitsOf(cells.map(({ text }) => text)), { block, row })
  }
  return places
}

function keyOf({ blocks }: ReportDocument, { block, row }: Spot): string {
  const one = blocks[block]
  if (!one) return ''
  return digitsOf(one.kind === 'paragraph' ? [one.text] : (one.rows[row ?? -1] ?? []).map(({ text }) => text))
}

/** A row by its words and digits: a workbook shows 24.020 as its reader does. */
function digitsOf(texts: readonly string[]): string {
  return texts
    .map((text) => text.replaceAll(/[.,\s]/g, ''))
    .filter((text) => text !== '')
    .join('|')
}

export type Speed = {
  readonly seconds: number
  /** Seconds of processor time of the whole process, its start included. */
  readonly processor: number
  readonly megabytes: number
  readonly tables: number
  readonly numbers: number
  readonly pages: number
}

const LINES_PER_PAGE = 46

/** A Word report of this many tables audited as the server does it, in a process that a process of its own starts. */
export async function measureSpeed(tables: number): Promise<Speed> {
  const long = writeLongReport(tables)
  const folder = mkdtempSync(join(tmpdir(), 'haidang-bench-'))
  try {
    const file = join(folder, 'long.docx')
    writeFileSync(file, asDocx(long))
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(import.meta.dirname, '../auditor-once.ts'),
      file,
    ])
    const lines = long.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length + 1 : 2), 0)
    return { ...(JSON.parse(stdout) as Omit<Speed, 'pages'>), pages: Math.round(lines / LINES_PER_PAGE) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
