import { Parser } from 'htmlparser2'
import type { Block, ReportDocument } from '../../domain/document.ts'
import { type FileFault, isFault, MOST_CELLS, tooLong } from '../fault.ts'
import { decodeText } from './decode.ts'
import {
  closeCaption,
  closeCell,
  closeGroup,
  closeRow,
  closeTable,
  type OpenTable,
  openCaption,
  openCell,
  openGroup,
  openRow,
  openTable,
} from './html-table.ts'
import { addBreak, addText, endParagraph, newSink, type Sink } from './html-text.ts'
import { type ListState, nextMark } from './list-number.ts'

/** A page as a document: what a browser would show of it, nothing fetched and nothing run. */
export async function readHtml(bytes: Uint8Array, name: string): Promise<ReportDocument | FileFault> {
  const source = decodeText(bytes, declaredEncoding(bytes))
  if (typeof source !== 'string') return source
  const blocks = htmlBlocks(source)
  return isFault(blocks) ? blocks : { name, format: 'html', blocks }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  return /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
}

/** Elements within elements; browsers stop at 512. */
const DEEPEST = 5_000

type Attributes = Readonly<Record<string, string>>
type Element = {
  readonly bold: boolean
  readonly raised: boolean
  readonly preformatted: boolean
  readonly hidden: boolean
}
const PLAIN: Element = { bold: false, raised: false, preformatted: false, hidden: false }

type State = {
  readonly page: Sink
  readonly elements: Element[]
  readonly tables: OpenTable[]
  readonly lists: ListState[]
  cells: number
  fault: FileFault | null
}

/** The paragraphs and tables of the page, in the order in which they are shown. */
export function htmlBlocks(source: string): readonly Block[] | FileFault {
  const state: State = { page: newSink(), elements: [], tables: [], lists: [], cells: 0, fault: null }
  const parser = new Parser({
    onopentag: (name, attributes) => open(state, name, attributes),
    ontext: (data) => text(state, data),
    onclosetag: (name) => close(state, name),
  })
  // In pieces, so that a page which is refused is not read to its end.
  for (let at = 0; at < source.length && !state.fault; at += PIECE) parser.write(source.slice(at, at + PIECE))
  if (!state.fault) parser.end()
  while (state.tables.length > 0 && !state.fault) endTable(state)
  endParagraph(state.page)
  return state.fault ?? state.page.blocks
}

const PIECE = 65_536

const SKIPPED = new Set(
  'script style template title noscript svg math object iframe video audio canvas select textarea datalist'.split(' '),
)
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li main menu nav ol optgroup option p pre section summary table tr td th ul'
  ).split(' '),
)
const BOLD = new Set(['b', 'strong'])

function open(state: State, name: string, attributes: Attributes): void {
  const element = elementOf(state.elements.at(-1) ?? PLAIN, name, attributes)
  state.elements.push(element)
  if (state.elements.length > DEEPEST) state.fault = { fault: 'auditor/file-unreadable' }
  if (element.hidden || state.fault) return
  const table = state.tables.at(-1)
  if (BLOCKS.has(name)) endParagraph(sinkOf(state))
  if (name === 'br') addBreak(sinkOf(state))
  else if (name === 'table') state.tables.push(openTable(attributes))
  else if (table && openInTable(state, table, name, attributes)) return
  else if (/^h[1-6]$/.test(name)) sinkOf(state).heading = Number(name[1])
  else if (name === 'ol' || name === 'ul') state.lists.push(listOf(name, attributes))
  else if (name === 'li') openItem(state, attributes)
}

const STYLED = new Set(['b', 'strong', 'sup', 'pre', ...SKIPPED])

function elementOf(parent: Element, name: string, attributes: Attributes): Element {
  const { style = '', hidden } = attributes
  if (style === '' && hidden === undefined && !STYLED.has(name)) return parent
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  return {
    bold: weight ? /^(?:bold|bolder|[6-9]00)$/.test(weight) : parent.bold || BOLD.has(name),
    raised: parent.raised || name === 'sup',
    preformatted: parent.preformatted || name === 'pre',
    hidden:
      parent.hidden ||
      SKIPPED.has(name) ||
      hidden !== undefined ||
      /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all/i.test(style),
  }
}

/** Whether the tag belongs to the table. */
function openInTable(state: State, table: OpenTable, name: string, attributes: Attributes): boolean {
  if (name === 'tr') openRow(table)
  else if (name === 'td' || name === 'th') {
    openCell(table, name, attributes)
    state.cells += 1
    if (state.cells > MOST_CELLS) state.fault = tooLong(MOST_CELLS)
  } else if (name === 'thead' || name === 'tbody' || name === 'tfoot') openGroup(table, name)
  else if (name === 'caption') openCaption(table)
  else return false
  return true
}

function listOf(name: string, attributes: Attributes): ListState {
  const start = Number.parseInt(attributes.start ?? '1', 10)
  return {
    ordered: name === 'ol',
    type: attributes.type ?? '1',
    step: attributes.reversed === undefined ? 1 : -1,
    next: Number.isNaN(start) ? 1 : start,
  }
}

function openItem(state: State, attributes: Attributes): void {
  const list = state.lists.at(-1)
  const value = Number.parseInt(attributes.value ?? '', 10)
  if (list && !Number.isNaN(value)) list.next = value
  sinkOf(state).mark = list ? nextMark(list) : '-'
}

/** Text between two cells is shown outside of the table, so it belongs to what is around it. */
function sinkOf(state: State): Sink {
  for (let at = state.tables.length - 1; at >= 0; at -= 1) {
    const table = state.tables[at]
    const sink = table?.caption ?? table?.cell?.sink
    if (sink) return sink
  }
  return state.page
}

function text(state: State, data: string): void {
  const element = state.elements.at(-1) ?? PLAIN
  if (!element.hidden && !state.fault) addText(sinkOf(state), data, element)
}

function close(state: State, name: string): void {
  const element = state.elements.pop() ?? PLAIN
  if (element.hidden || state.fault) return
  const table = state.tables.at(-1)
  if (BLOCKS.has(name)) endParagraph(sinkOf(state))
  if (name === 'table') endTable(state)
  else if (/^h[1-6]$/.test(name)) sinkOf(state).heading = null
  else if (name === 'ol' || name === 'ul') state.lists.pop()
  else if (name === 'li') sinkOf(state).mark = ''
  else if (table) closeInTable(table, name)
}

function closeInTable(table: OpenTable, name: string): void {
  if (name === 'td' || name === 'th') closeCell(table)
  else if (name === 'tr') closeRow(table)
  else if (name === 'caption') closeCaption(table)
  else if (name === 'thead' || name === 'tbody' || name === 'tfoot') closeGroup(table)
}

function endTable(state: State): void {
  const table = state.tables.pop()
  if (!table) return
  const blocks = closeTable(table)
  if (isFault(blocks)) state.fault = blocks
  else {
    const { blocks: around } = sinkOf(state)
    for (const block of blocks) around.push(block)
  }
}
