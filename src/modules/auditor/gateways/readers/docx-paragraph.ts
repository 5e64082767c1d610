import type { Block, Origin } from '../../domain/document.ts'
import type { FileFault } from '../fault.ts'
import type { Style, Styles } from './docx-styles.ts'
import type { OpenTable } from './docx-table.ts'
import { asInFont } from './legacy-font.ts'

export type BodyRules = {
  readonly styles: Styles
  /** The label of the next paragraph of a list, gap included. */
  readonly label: (list: string, level: number) => string
  /** Whether paragraphs can be pointed at in `word/document.xml`; those of footnotes cannot. */
  readonly pointed: boolean
}

export type Run = {
  bold: boolean | undefined
  hidden: boolean | undefined
  style: string | undefined
  font: string | undefined
}

type OpenParagraph = {
  readonly index: number
  text: string
  page: number | null
  style: string | undefined
  list: string | undefined
  level: number | undefined
  outline: number | undefined
  /** Its mark is deleted: it goes on in the next paragraph. */
  joined: boolean
  section: boolean
  run: Run | null
  boldText: boolean
  plainText: boolean
  /** Of its text boxes. */
  readonly after: Block[]
}

/** Where finished blocks go: the document, a cell, or behind the paragraph that holds a text box. */
type Sink = { emit(block: Block, isBold: boolean | null): void; carried: OpenParagraph | null }

/** How far the reading of a part has come. */
export type BodyState = {
  readonly rules: BodyRules
  readonly blocks: Block[]
  readonly path: string[]
  /** Elements still open that are left out. */
  skipped: number
  count: number
  page: number
  asked: number
  /** A page break was asked for and nothing has been written since: the mark of the printer names the same one. */
  broken: boolean
  /** For each field that is open, whether its result has begun. */
  fields: boolean[]
  /** For each pair of a drawing's two forms, whether the first was taken. */
  readonly taken: boolean[]
  preserve: boolean
  readonly sinks: Sink[]
  readonly paragraphs: OpenParagraph[]
  readonly tables: OpenTable[]
  fault: FileFault | null
}

/** The state before anything is read. */
export function bodyState(rules: BodyRules): BodyState {
  const blocks: Block[] = []
  return {
    rules,
    blocks,
    path: [],
    skipped: 0,
    count: 0,
    page: 1,
    asked: 0,
    broken: false,
    fields: [],
    taken: [],
    preserve: false,
    sinks: [blockSink(blocks)],
    paragraphs: [],
    tables: [],
    fault: null,
  }
}

/** A sink of blocks one after the other; paragraphs without text are left out. */
export function blockSink(into: Block[]): Sink {
  return {
    emit: (block) => {
      if (block.kind === 'table' || block.text.trim() !== '') into.push(block)
    },
    carried: null,
  }
}

/** A sink into the open cell: its paragraphs become lines of one text, its tables follow the table. */
export function cellSink(table: OpenTable): Sink {
  return {
    emit: (block, isBold) => {
      table.origin ??= block.origin
      const { cell } = table
      if (block.kind === 'table' || !cell) {
        table.nested.push(block)
        return
      }
      const hasText = block.text.trim() !== ''
      if (!cell.origin || (hasText && !cell.hasText)) cell.origin = block.origin
      cell.hasText ||= hasText
      if (isBold !== null) cell.isBold = (cell.isBold ?? true) && isBold
      cell.lines.push(block.text)
    },
    carried: null,
  }
}

/** Takes the last sink away; a paragraph whose mark was deleted, with none behind it to go on in, stands alone. */
export function closeSink(state: BodyState): void {
  const sink = state.sinks.pop()
  if (sink?.carried) emitParagraph(state, sink, sink.carried)
}

/** A break that the text asks for: the next text stands on a new page. */
export function askForPage(state: BodyState): void {
  state.page++
  state.asked++
  state.broken = true
}

export function openRun(state: BodyState): void {
  onParagraph(state, (paragraph) => {
    paragraph.run = { bold: undefined, hidden: undefined, style: undefined, font: undefined }
  })
}

export function closeRun(state: BodyState): void {
  onParagraph(state, (paragraph) => {
    paragraph.run = null
  })
}

export function write(state: BodyState, text: string): void {
  const paragraph = state.paragraphs.at(-1)
  if (!paragraph || state.fields.includes(false)) return
  const own = state.rules.styles.ofParagraph(paragraph.style)
  const run = state.rules.styles.ofRun(paragraph.run?.style)
  if (paragraph.run?.hidden ?? run.hidden ?? own.hidden) return
  paragraph.text += asInFont(text, paragraph.run?.font ?? run.font ?? own.font ?? state.rules.styles.font)
  paragraph.page ??= state.page
  if (text.trim() === '') return
  state.broken = false
  if (paragraph.run?.bold ?? run.bold ?? own.bold) paragraph.boldText = true
  else paragraph.plainText = true
}

export function openParagraph(state: BodyState): void {
  state.paragraphs.push({
    index: state.count,
    text: '',
    page: null,
    style: undefined,
    list: undefined,
    level: undefined,
    outline: undefined,
    joined: false,
    section: false,
    run: null,
    boldText: false,
    plainText: false,
    after: [],
  })
}

export function closeParagraph(state: BodyState): void {
  const paragraph = state.paragraphs.pop()
  const sink = state.sinks.at(-1)
  if (!paragraph || !sink) return
  // No instruction of a field goes on in the next paragraph: one that never ends must not swallow the rest.
  const unfinished = state.fields.indexOf(false)
  if (unfinished >= 0) state.fields = state.fields.slice(0, unfinished)
  takeOver(paragraph, sink.carried)
  sink.carried = paragraph.joined ? paragraph : null
  if (!paragraph.joined) emitParagraph(state, sink, paragraph)
  for (const block of paragraph.after) sink.emit(block, null)
  if (paragraph.section) askForPage(state)
}

function takeOver(paragraph: OpenParagraph, carried: OpenParagraph | null): void {
  if (!carried) return
  paragraph.text = carried.text + paragraph.text
  paragraph.page = carried.page ?? paragraph.page
  paragraph.boldText ||= carried.boldText
  paragraph.plainText ||= carried.plainText
}

function emitParagraph(state: BodyState, sink: Sink, paragraph: OpenParagraph): void {
  const style = state.rules.styles.ofParagraph(paragraph.style)
  if (style.contents) return
  const origin: Origin = {
    page: paragraph.page ?? state.page,
    ...(state.rules.pointed && { wordParagraph: paragraph.index }),
  }
  const label = labelOf(state, paragraph, style)
  const outline = paragraph.outline
  const heading = outline === undefined ? style.heading : outline <= 8 ? outline + 1 : undefined
  sink.emit(
    {
      kind: 'paragraph',
      text: paragraph.text === '' ? label.trimEnd() : label + paragraph.text,
      ...(heading !== undefined && { heading }),
      origin,
    },
    paragraph.boldText || paragraph.plainText ? !paragraph.plainText : null,
  )
}

function labelOf(state: BodyState, paragraph: OpenParagraph, style: Style): string {
  const list = paragraph.list ?? style.numbering?.list
  if (list === undefined || list === '0') return ''
  return state.rules.label(list, paragraph.level ?? (paragraph.list === undefined ? (style.numbering?.level ?? 0) : 0))
}

/** Changes the innermost paragraph that is open. */
export function onParagraph(state: BodyState, change: (paragraph: OpenParagraph) => void): void {
  const paragraph = state.paragraphs.at(-1)
  if (paragraph) change(paragraph)
}
