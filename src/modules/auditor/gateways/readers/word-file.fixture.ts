import { strToU8, zipSync } from 'fflate'
import type { ReportDocument } from '../../domain/document.ts'
import { readDocx } from './docx.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const COMPATIBLE = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

export type WordParts = {
  readonly body: string
  /** Content of `w:styles` and `w:numbering`. */
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  /** Further parts of the file by name. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

/** A .docx file written by hand. */
export function wordFile({ body, styles, numbering, footnotes, more = {} }: WordParts): Uint8Array {
  const part = (name: string, content: string | undefined) =>
    content === undefined ? undefined : `<w:${name} xmlns:w="${WORD}" xmlns:mc="${COMPATIBLE}">${content}</w:${name}>`
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/footnotes.xml': part('footnotes', footnotes),
    ...more,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, content]) =>
        content === undefined ? [] : [[name, typeof content === 'string' ? strToU8(content) : content]],
      ),
    ),
  )
}

/** The file read; a fault is thrown by its code. */
export async function readWord(parts: WordParts | string): Promise<ReportDocument> {
  const read = await readDocx(wordFile(typeof parts === 'string' ? { body: parts } : parts), 'bao-cao.docx')
  if ('fault' in read) throw new Error(read.fault)
  return read
}

/** A paragraph of these runs' content. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}
