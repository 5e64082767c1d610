import { nfc } from '#kernel/text.ts'
import type { Block } from '../../domain/document.ts'

/** Where text goes while a page is read: the page itself, a cell or a caption. */
export type Sink = {
  readonly blocks: Block[]
  parts: string[]
  /** Whether the paragraph so far ends with a space or line break, so that the next space adds nothing. */
  spaced: boolean
  /** Number of the list item that begins here. */
  mark: string
  heading: number | null
  letters: number
  boldLetters: number
}

/** A place for text in which nothing stands yet. */
export function newSink(): Sink {
  return { blocks: [], parts: [], spaced: true, mark: '', heading: null, letters: 0, boldLetters: 0 }
}

export type TextStyle = { readonly bold: boolean; readonly raised: boolean; readonly preformatted: boolean }

const RAISED = new Map(Array.from('0123456789()+-', (letter, at) => [letter, '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻'[at] ?? letter]))

/** The text is added as browsers show it. Raised figures stay apart from the number before them: `1.234¹`. */
export function addText(sink: Sink, data: string, style: TextStyle): void {
  let text = style.preformatted ? data : data.replace(/[ \t\n\r\f]+/g, ' ')
  if (style.raised) text = text.replace(/[\d()+-]/g, (letter) => RAISED.get(letter) ?? letter)
  if (sink.spaced && !style.preformatted) text = text.replace(/^ /, '')
  if (text === '') return
  sink.parts.push(text)
  sink.spaced = text.endsWith(' ')
  const letters = text.replace(/\s+/g, '').length
  sink.letters += letters
  if (style.bold) sink.boldLetters += letters
}

/** A line break within the paragraph. */
export function addBreak(sink: Sink): void {
  sink.parts.push('\n')
  sink.spaced = true
}

/** Ends the paragraph, if there is one. */
export function endParagraph(sink: Sink): void {
  if (sink.parts.length === 0) return
  const lines = sink.parts.join('').split('\n')
  const text = nfc(
    lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trim(),
  )
  sink.parts = []
  sink.spaced = true
  if (text === '') return
  const marked = sink.mark ? `${sink.mark} ${text}` : text
  sink.mark = ''
  const heading = sink.heading === null ? {} : { heading: sink.heading }
  sink.blocks.push({ kind: 'paragraph', text: marked, ...heading, origin: {} })
}

/** The paragraphs of a cell or caption as one text; tables within it stand on their own. */
export function textOf(sink: Sink): string {
  endParagraph(sink)
  return sink.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n')
}
