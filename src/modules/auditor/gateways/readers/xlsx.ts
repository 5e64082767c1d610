import { type Archive, openArchive } from '#server/archive.ts'
import type { Block, ReportDocument } from '../../domain/document.ts'
import { type FileFault, isFault } from '../fault.ts'
import { archiveFault, MOST_UNPACKED_MB, mainPart, requireNoPrograms, xmlFault } from '../office-file.ts'
import type { Budget } from './sheet.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { readFormats, readRelations, readStrings, readWorkbook, type Workbook } from './xlsx-parts.ts'
import { readXlsxSheet, type SheetRules } from './xlsx-sheet.ts'

/**
 * The tables of an .xlsx file with their cells as Excel prints them, sheet after sheet. A hidden sheet is left out: it is no part of
 * the report, nobody reads it, and what it contradicts cannot be seen. Hidden rows and columns are kept and marked, because the totals
 * that are seen may count them: left out, a right total would look wrong.
 */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<ReportDocument | FileFault> {
  const archive = await openArchive(bytes, { wanted: isRead, mostUnpackedMb: MOST_UNPACKED_MB })
  if ('fault' in archive) return archiveFault(archive)
  const programs = requireNoPrograms(archive)
  if (programs) return programs
  const blocks = readSheets(archive)
  return isFault(blocks) ? blocks : { name, format: 'xlsx', blocks }
}

function isRead(name: string): boolean {
  return /^(?:_rels\/\.rels|[\w-]+\/(?:workbook|sharedStrings|styles)\d*\.xml|[\w-]+\/_rels\/workbook\d*\.xml\.rels|[\w-]+\/worksheets\/[\w .-]+\.xml)$/i.test(
    name,
  )
}

function readSheets(archive: Archive): Block[] | FileFault {
  const main = mainPart(archive, 'xl/workbook.xml')
  const slash = main.lastIndexOf('/') + 1
  const [folder, file] = [main.slice(0, slash), main.slice(slash)]
  const part = archive.parts.get(main)
  if (!part) return { fault: 'auditor/file-unreadable' }
  const workbook = readWorkbook(part)
  const relations = readRelations(archive.parts.get(`${folder}_rels/${file}.rels`), folder)
  const formats = readFormats(archive.parts.get(`${folder}styles.xml`))
  const strings = readStrings(archive.parts.get(`${folder}sharedStrings.xml`))
  if (typeof workbook === 'string') return xmlFault(workbook)
  if (typeof relations === 'string') return xmlFault(relations)
  if (typeof formats === 'string') return xmlFault(formats)
  if (typeof strings === 'string') return xmlFault(strings)
  const budget: Budget = { cells: 0, characters: 0 }
  const rules: SheetRules = { formats, strings, from1904: workbook.from1904, budget }
  const sheets = workbook.sheets.flatMap(({ name, relation, hidden }, index) => {
    const content = archive.parts.get(relations.get(relation) ?? '')
    return content && !hidden ? [{ name, index, content }] : []
  })
  return readEach(sheets, workbook, rules)
}

type Content = { readonly name: string; readonly index: number; readonly content: Uint8Array }

function readEach(sheets: readonly Content[], workbook: Workbook, rules: SheetRules): Block[] | FileFault {
  const blocks: Block[] = []
  for (const { name, index, content } of sheets) {
    const sheet = readXlsxSheet(content, name, rules)
    if (typeof sheet === 'string') return xmlFault(sheet)
    if (isFault(sheet)) return sheet
    sheet.repeatedTo = workbook.repeatedTo.get(index) ?? null
    const found = sheetBlocks(sheet)
    if (isFault(found)) return found
    for (const block of found) blocks.push(block)
  }
  return blocks
}
