import { Document, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A Word file of these paragraphs, as an office would type it. */
export async function wordOfLines(lines: readonly string[]): Promise<Uint8Array> {
  const children = lines.map((line) => new Paragraph({ children: [new TextRun(line)] }))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

/** The file with parts put in or changed. */
export function withParts(bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(bytes)
  change(parts)
  return zipSync(parts)
}

/** The words of a Word file, paragraph by paragraph. */
export function wordsOf(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    paragraph
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  )
}

/** A part's text replaced. */
export function replaceIn(parts: Record<string, Uint8Array>, name: string, from: string, to: string): void {
  parts[name] = strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(from, to))
}
