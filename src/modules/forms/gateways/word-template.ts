import { SaxesParser } from 'saxes'
import { Problem } from '#kernel/problem.ts'
import { openArchive, partText } from '#server/archive.ts'
import type { TemplatePart } from '../domain/template.ts'

const DOCUMENT = 'word/document.xml'
/** A form on paper has a few pages; a longer text is not one. */
const MOST_PARTS = 2000
const MOST_LETTERS = 2000

/** The paragraphs and tables of a Word file in their order, as texts. Throws rule-broken for anything that is no plain .docx. */
export async function readWordTemplate(bytes: Uint8Array): Promise<readonly TemplatePart[]> {
  const opened = await openArchive(bytes, { wanted: (name) => name === DOCUMENT, mostUnpackedMb: 20 })
  const xml = 'fault' in opened ? '' : partText(opened, DOCUMENT)
  if (xml === '')
    throw new Problem('rule-broken', 'forms/unreadable-template', 'This is no Word file that can be read.')
  try {
    return partsOf(xml)
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown
    throw new Problem('rule-broken', 'forms/unreadable-template', 'This is no Word file that can be read.')
  }
}

function partsOf(xml: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let text = ''
  let isText = false
  let tables = 0
  let rows: string[][] = []
  let row: string[] = []
  let cell = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'w:tbl' && tables++ === 0) rows = []
    else if (name === 'w:tr' && tables === 1) row = []
    else if (name === 'w:tc' && tables === 1) cell = ''
    else if (name === 'w:p') text = ''
    else if (name === 'w:t') isText = true
    else if (name === 'w:tab' || name === 'w:ptab') text += '\t'
    else if (name === 'w:br') text += ' '
    else if (name === 'w14:checkbox') text += '☐ '
  })
  parser.on('text', (piece) => {
    if (isText && text.length < MOST_LETTERS) text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false
    else if (name === 'w:p' && tables > 0) cell += `${cell && ' '}${text}`
    else if (name === 'w:p') parts.push({ kind: 'text', text: text.normalize('NFC') })
    else if (name === 'w:tc' && tables === 1) row.push(cell.normalize('NFC').trim())
    else if (name === 'w:tr' && tables === 1) rows.push(row)
    else if (name === 'w:tbl' && --tables === 0) parts.push({ kind: 'table', rows })
    if (parts.length > MOST_PARTS)
      throw new Problem('rule-broken', 'forms/unreadable-template', 'The file is too long for a form.')
  })
  parser.write(xml).close()
  return parts
}
