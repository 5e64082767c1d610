import { type ParagraphOffsets, paragraphOffsets } from '../gateways/readers/docx-offsets.ts'
import { cutsAround, type Letter, lettersOf, type MeantWords } from './word-range.ts'

/** Where a comment is hung in a Word document. */
export type Hung = {
  readonly id: number
  /** `Origin.wordParagraph`, from 1. */
  readonly paragraph: number
  /** The words it is about; absent: the whole paragraph. */
  readonly words?: MeantWords
}

/** The document with the ranges and reference marks of comments, or `null` when it has no paragraph; `declared` goes into each added element. */
export function withMarks(xml: string, hung: readonly Hung[], declared: string): string | null {
  const outer = outermost(paragraphOffsets(xml))
  if (outer.length === 0) return null
  const letters = new Map<ParagraphOffsets, readonly Letter[]>()
  const cutsIn = (at: ParagraphOffsets, words: MeantWords) => {
    if (!letters.has(at)) letters.set(at, lettersOf(xml, at))
    return cutsAround(xml, letters.get(at) ?? [], words)
  }
  const edits = hung.flatMap(({ id, paragraph, words }) => {
    const index = Math.min(Math.max(paragraph, 1), outer.length) - 1
    // Every line of a cell is a paragraph, mostly; some are line breaks within one.
    for (let below = words?.linesAbove ?? 0; words && below >= 0; below--) {
      const at = outer[index + below]
      const cuts = at && cutsIn(at, words)
      if (cuts) return marksOf(xml, at, { id, cuts, declared })
    }
    const at = outer[index]
    return at ? marksOf(xml, at, { id, cuts: null, declared }) : []
  })
  return edited(xml, edits)
}

/** For each paragraph itself, or the one around it all: Word takes no comments inside text boxes, which lie in paragraphs. */
function outermost(offsets: readonly ParagraphOffsets[]): readonly ParagraphOffsets[] {
  let around: ParagraphOffsets | undefined
  return offsets.map((own) => {
    if (!around || own.start > around.end) around = own
    return around
  })
}

/** Text put in at a character; `once` for what several comments need there together. At one place, lower turns stand first. */
type Edit = {
  readonly at: number
  readonly turn: number
  readonly text: string
  readonly once: boolean
  readonly over?: number
}

/** In an empty paragraph a range begins where it ends; between two runs one ends before the next begins. */
const TURN = { open: 0, split: 1, whole: 2, end: 3, start: 4, joined: 5, close: 6 } as const

type Mark = { readonly id: number; readonly cuts: ReturnType<typeof cutsAround>; readonly declared: string }

function marksOf(xml: string, paragraph: ParagraphOffsets, { id, cuts, declared }: Mark): Edit[] {
  const start = `<w:commentRangeStart${declared} w:id="${id}"/>`
  const end = `<w:commentRangeEnd${declared} w:id="${id}"/><w:r${declared}><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
  if (!cuts)
    return [
      ...(paragraph.selfClosed ? opened(xml, paragraph) : []),
      { at: paragraph.contentStart, turn: TURN.whole, text: start, once: false },
      { at: paragraph.end, turn: TURN.end, text: end, once: false },
    ]
  return cuts.flatMap(({ at, before, behind, preserve }, index): Edit[] => [
    ...(preserve === null ? [] : [{ at: preserve, turn: TURN.open, text: ' xml:space="preserve"', once: true }]),
    ...(before ? [{ at, turn: TURN.split, text: before, once: true }] : []),
    { at, turn: index === 0 ? TURN.start : TURN.end, text: index === 0 ? start : end, once: false },
    ...(behind ? [{ at, turn: TURN.joined, text: behind, once: true }] : []),
  ])
}

/** `<w:p/>` as `<w:p></w:p>`: its `/>` goes. */
function opened(xml: string, { start, contentStart }: ParagraphOffsets): Edit[] {
  const name = /^<([^\s/>]+)/.exec(xml.slice(start, start + 80))?.[1] ?? 'w:p'
  return [
    { at: contentStart, turn: TURN.open, text: '>', once: true },
    { at: contentStart, turn: TURN.close, text: `</${name}>`, once: true, over: '/>'.length },
  ]
}

function edited(xml: string, edits: readonly Edit[]): string {
  const sorted = edits.map((edit, index) => ({ ...edit, index }))
  sorted.sort((a, b) => a.at - b.at || a.turn - b.turn || a.index - b.index)
  const pieces: string[] = []
  let behind = 0
  let last: Edit | undefined
  for (const edit of sorted) {
    const again = edit.once && last?.once && last.at === edit.at && last.turn === edit.turn
    last = edit
    if (again) continue
    if (edit.at > behind) {
      pieces.push(xml.slice(behind, edit.at))
      behind = edit.at
    }
    pieces.push(edit.text)
    behind += edit.over ?? 0
  }
  pieces.push(xml.slice(behind))
  return pieces.join('')
}
