import { type Archive, openArchive, partText } from '#server/archive.ts'
import type { Block, ReportDocument } from '../../domain/document.ts'
import { type FileFault, isFault } from '../fault.ts'
import { archiveFault, MOST_UNPACKED_MB, mainPart, requireNoPrograms, xmlFault } from '../office-file.ts'
import { readBody } from './docx-body.ts'
import { labeller, readNumbering } from './docx-numbering.ts'
import type { BodyRules } from './docx-paragraph.ts'
import { readStyles } from './docx-styles.ts'

/** The paragraphs and tables of a .docx file, in the order and with the numbers with which it prints. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<ReportDocument | FileFault> {
  const archive = await openArchive(bytes, { wanted: isRead, mostUnpackedMb: MOST_UNPACKED_MB })
  if ('fault' in archive) return archiveFault(archive)
  const programs = requireNoPrograms(archive)
  if (programs) return programs
  const blocks = readParts(archive)
  if (isFault(blocks)) return blocks
  return { name, format: 'docx', blocks }
}

function isRead(name: string): boolean {
  return /^(?:_rels\/\.rels|docProps\/app\.xml|[\w-]+\/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml)$/.test(
    name,
  )
}

function readParts(archive: Archive): readonly Block[] | FileFault {
  const main = mainPart(archive, 'word/document.xml')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const document = archive.parts.get(main)
  if (!document) return { fault: 'auditor/file-unreadable' }
  const styles = readStyles(archive.parts.get(`${folder}styles.xml`))
  const numbering = readNumbering(archive.parts.get(`${folder}numbering.xml`))
  if (typeof styles === 'string') return xmlFault(styles)
  if (typeof numbering === 'string') return xmlFault(numbering)
  const rules: BodyRules = { styles, label: labeller(numbering), pointed: true }
  const body = readBody(document, rules)
  if (typeof body === 'string') return xmlFault(body)
  if (isFault(body)) return body
  const notes = readNotes(archive, folder, { ...rules, pointed: false })
  if (isFault(notes)) return notes
  const blocks = arePagesKnown(document, body.asked, archive) ? body.blocks : body.blocks.map(withoutPage)
  return [...blocks, ...notes]
}

/** Footnotes and endnotes stand behind the text: nothing in it may be mistaken for a digit of theirs. */
function readNotes(archive: Archive, folder: string, rules: BodyRules): Block[] | FileFault {
  const blocks: Block[] = []
  for (const name of ['footnotes.xml', 'endnotes.xml']) {
    const part = archive.parts.get(folder + name)
    const notes = part ? readBody(part, rules) : { blocks: [] }
    if (typeof notes === 'string') return xmlFault(notes)
    if (isFault(notes)) return notes
    blocks.push(...notes.blocks.map(withoutPage))
  }
  return blocks
}

/**
 * Pages are known when the program that saved the file marked where each began, or when the breaks that the text asks for make as many
 * pages as it counted. A page that is only guessed would send the reader to the wrong one.
 */
function arePagesKnown(document: Uint8Array, asked: number, archive: Archive): boolean {
  if (Buffer.from(document.buffer, document.byteOffset, document.byteLength).includes('lastRenderedPageBreak'))
    return true
  const counted = /<(?:\w+:)?Pages>(\d+)</.exec(partText(archive, 'docProps/app.xml'))?.[1]
  return counted !== undefined && Number(counted) === asked + 1
}

function withoutPage(block: Block): Block {
  const { page: _, ...origin } = block.origin
  if (block.kind === 'paragraph') return { ...block, origin }
  const rows = block.rows.map((row) =>
    row.map((cell) => {
      if (!cell.origin) return cell
      const { page: __, ...cellOrigin } = cell.origin
      return { ...cell, origin: cellOrigin }
    }),
  )
  return { ...block, rows, origin }
}
