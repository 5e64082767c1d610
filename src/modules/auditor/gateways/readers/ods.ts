import { type Archive, openArchive } from '#server/archive.ts'
import type { Block, ReportDocument } from '../../domain/document.ts'
import { type FileFault, isFault } from '../fault.ts'
import { archiveFault, MOST_UNPACKED_MB, xmlFault } from '../office-file.ts'
import { readOdsSheets } from './ods-sheets.ts'
import { readOdsStyles } from './ods-styles.ts'
import { sheetBlocks } from './sheet-blocks.ts'

/** The tables of an .ods file with the text that LibreOffice printed in each cell. Hidden sheets, rows and columns as in .xlsx. */
export async function readOds(bytes: Uint8Array, name: string): Promise<ReportDocument | FileFault> {
  const archive = await openArchive(bytes, {
    wanted: (part) => part === 'content.xml' || part === 'styles.xml',
    mostUnpackedMb: MOST_UNPACKED_MB,
  })
  if ('fault' in archive) return archiveFault(archive)
  const blocks = readSheets(archive)
  return isFault(blocks) ? blocks : { name, format: 'ods', blocks }
}

function readSheets(archive: Archive): Block[] | FileFault {
  const content = archive.parts.get('content.xml')
  if (!content) return { fault: 'auditor/file-unreadable' }
  const styles = readOdsStyles([archive.parts.get('styles.xml'), content])
  if (typeof styles === 'string') return xmlFault(styles)
  const sheets = readOdsSheets(content, styles)
  if (typeof sheets === 'string') return xmlFault(sheets)
  if (isFault(sheets)) return sheets
  const blocks: Block[] = []
  for (const sheet of sheets) {
    const found = sheetBlocks(sheet)
    if (isFault(found)) return found
    for (const block of found) blocks.push(block)
  }
  return blocks
}
