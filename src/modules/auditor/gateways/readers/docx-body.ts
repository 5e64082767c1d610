import type { Block } from '../../domain/document.ts'
import type { FileFault } from '../fault.ts'
import {
  askForPage,
  type BodyRules,
  type BodyState,
  blockSink,
  bodyState,
  cellSink,
  closeParagraph,
  closeRun,
  closeSink,
  onParagraph,
  openParagraph,
  openRun,
  type Run,
  write,
} from './docx-paragraph.ts'
import { fontIn, isOn } from './docx-styles.ts'
import { closeCell, closedTable, closeRow, type OpenTable, openCell, openRow, openTable } from './docx-table.ts'
import { type Attributes, visitXml, type XmlFault, type XmlVisitor } from './xml.ts'

export type Body = {
  readonly blocks: readonly Block[]
  /** Page breaks that the text itself asks for. */
  readonly asked: number
}

/** The paragraphs and tables of a Word part, as they print: nothing deleted, nothing hidden, every text box once. */
export function readBody(part: Uint8Array, rules: BodyRules): Body | FileFault | XmlFault {
  const state = bodyState(rules)
  const fault = visitXml(part, visitorOf(state))
  closeSink(state)
  return fault ?? state.fault ?? { blocks: state.blocks, asked: state.asked }
}

function visitorOf(state: BodyState): XmlVisitor {
  return {
    open(name, attributes) {
      if (name === 'w:p') state.count++
      if (state.skipped > 0 || isLeftOut(state, name, attributes)) state.skipped++
      else OPEN[name]?.(state, attributes)
      state.path.push(name)
    },
    close(name) {
      state.path.pop()
      if (state.skipped > 0) state.skipped--
      else CLOSE[name]?.(state)
    },
    text(text) {
      if (state.skipped > 0) return
      const parent = state.path.at(-1)
      if (parent === 'w:t') write(state, state.preserve ? text : text.trim())
      else if (parent === 'm:t') write(state, text)
    },
    done: () => state.fault !== null,
  }
}

function parentOf(state: BodyState, steps = 1): string | undefined {
  return state.path.at(-steps)
}

function isLeftOut(state: BodyState, name: string, attributes: Attributes): boolean {
  if (name === 'w:del') return !/^w:(?:rPr|trPr)$/.test(parentOf(state) ?? '')
  if (name === 'w:tc') return state.tables.at(-1)?.row?.deleted === true
  if (name === 'mc:Choice' || name === 'mc:Fallback') {
    const taken = state.taken.at(-1) === true
    if (!taken && state.taken.length > 0) state.taken[state.taken.length - 1] = true
    return taken
  }
  if (name === 'w:footnote' || name === 'w:endnote') return /eparator|Notice/.test(attributes['w:type'] ?? '')
  return LEFT_OUT.has(name) || name.endsWith('Change')
}

/** Text moved away, the reading aid of a ruby, and what a form's field says of itself. */
const LEFT_OUT = new Set(['w:moveFrom', 'w:rt', 'w:sdtPr', 'w:ffData'])

type Handle = (state: BodyState, attributes: Attributes) => void

const OPEN: Readonly<Record<string, Handle>> = {
  'w:p': openParagraph,
  'w:pStyle': (state, attributes) => onParagraph(state, (paragraph) => (paragraph.style = attributes['w:val'])),
  'w:numId': (state, attributes) => onParagraph(state, (paragraph) => (paragraph.list = attributes['w:val'])),
  'w:ilvl': (state, attributes) => onParagraph(state, (paragraph) => (paragraph.level = numberIn(attributes))),
  'w:outlineLvl': (state, attributes) => onParagraph(state, (paragraph) => (paragraph.outline = numberIn(attributes))),
  'w:pageBreakBefore': (state, attributes) => {
    if (isOn(attributes['w:val'])) askForPage(state)
  },
  'w:sectPr': (state) => onParagraph(state, (paragraph) => (paragraph.section = parentOf(state) === 'w:pPr')),
  'w:type': (state, attributes) => {
    if (parentOf(state) === 'w:sectPr' && attributes['w:val'] === 'continuous')
      onParagraph(state, (paragraph) => (paragraph.section = false))
  },
  'w:del': (state) => {
    const row = state.tables.at(-1)?.row
    if (parentOf(state) === 'w:trPr' && row) row.deleted = true
    if (parentOf(state) === 'w:rPr' && parentOf(state, 2) === 'w:pPr')
      onParagraph(state, (paragraph) => (paragraph.joined = true))
  },
  'w:r': openRun,
  'm:r': openRun,
  'w:rStyle': (state, attributes) => onRun(state, (run) => (run.style = attributes['w:val'])),
  'w:rFonts': (state, attributes) => onRun(state, (run) => (run.font = fontIn(attributes))),
  'w:b': (state, attributes) => onRun(state, (run) => (run.bold = isOn(attributes['w:val']))),
  'w:vanish': (state, attributes) => onRun(state, (run) => (run.hidden = isOn(attributes['w:val']))),
  'w:t': (state, attributes) => {
    state.preserve = attributes['xml:space'] === 'preserve'
  },
  'w:tab': (state) => inRun(state, '\t'),
  'w:ptab': (state) => inRun(state, '\t'),
  'w:cr': (state) => inRun(state, '\n'),
  'w:noBreakHyphen': (state) => inRun(state, '-'),
  'w:sym': (state, attributes) => inRun(state, symbol(attributes)),
  'w:br': (state, attributes) => {
    if (attributes['w:type'] === 'page') askForPage(state)
    else if (attributes['w:type'] !== 'column') inRun(state, '\n')
  },
  'w:lastRenderedPageBreak': (state) => {
    if (!state.broken) state.page++
    state.broken = false
  },
  'w:fldChar': (state, attributes) => {
    const kind = attributes['w:fldCharType']
    if (kind === 'begin') state.fields.push(false)
    else if (kind === 'separate' && state.fields.length > 0) state.fields[state.fields.length - 1] = true
    else if (kind === 'end') state.fields.pop()
  },
  'mc:AlternateContent': (state) => state.taken.push(false),
  'w:txbxContent': (state) => {
    const around = state.paragraphs.at(-1)
    state.sinks.push(blockSink(around?.after ?? state.blocks))
  },
  'w:tbl': (state) => state.tables.push(openTable()),
  'w:tr': (state) => onTable(state, openRow),
  'w:tc': (state) => {
    onTable(state, openCell)
    state.sinks.push(cellSink(state.tables.at(-1) ?? openTable()))
  },
  'w:gridBefore': (state, attributes) => onRow(state, (row) => (row.column += span(attributes, 0))),
  'w:gridAfter': (state, attributes) => onRow(state, (row) => (row.after = span(attributes, 0))),
  'w:tblHeader': (state, attributes) => onRow(state, (row) => (row.header = isOn(attributes['w:val']))),
  'w:hidden': (state, attributes) => {
    if (parentOf(state) === 'w:trPr' && isOn(attributes['w:val'])) onRow(state, (row) => (row.deleted = true))
  },
  'w:gridSpan': (state, attributes) => onCell(state, (cell) => (cell.span = span(attributes, 1))),
  'w:vMerge': (state, attributes) =>
    onCell(state, (cell) => (cell.down = attributes['w:val'] === 'restart' ? 'restart' : 'continue')),
  'w:hMerge': (state, attributes) =>
    onCell(state, (cell) => (cell.across = attributes['w:val'] === 'restart' ? 'restart' : 'continue')),
  'w:cellDel': (state) => onCell(state, (cell) => (cell.deleted = true)),
}

const CLOSE: Readonly<Record<string, (state: BodyState) => void>> = {
  'w:p': closeParagraph,
  'w:r': (state) => closeRun(state),
  'm:r': (state) => closeRun(state),
  'mc:AlternateContent': (state) => state.taken.pop(),
  'w:txbxContent': (state) => closeSink(state),
  'w:tc': (state) => {
    closeSink(state)
    onTable(state, (table) => fail(state, closeCell(table)))
  },
  'w:tr': (state) => onTable(state, (table) => fail(state, closeRow(table))),
  'w:tbl': (state) => {
    const table = state.tables.pop()
    const closed = table && closedTable(table)
    const sink = state.sinks.at(-1)
    if (closed) sink?.emit(closed, null)
    for (const nested of table?.nested ?? []) sink?.emit(nested, null)
  },
}

function fail(state: BodyState, fault: FileFault | null): void {
  state.fault ??= fault
}

function onRun(state: BodyState, change: (run: Run) => void): void {
  const run = state.paragraphs.at(-1)?.run
  if (run && parentOf(state) === 'w:rPr') change(run)
}

function onTable(state: BodyState, change: (table: OpenTable) => void): void {
  const table = state.tables.at(-1)
  if (table) change(table)
}

function onRow(state: BodyState, change: (row: NonNullable<OpenTable['row']>) => void): void {
  const row = state.tables.at(-1)?.row
  if (row) change(row)
}

function onCell(state: BodyState, change: (cell: NonNullable<OpenTable['cell']>) => void): void {
  const cell = state.tables.at(-1)?.cell
  if (cell && parentOf(state) === 'w:tcPr') change(cell)
}

function numberIn(attributes: Attributes): number | undefined {
  const value = Number(attributes['w:val'])
  return Number.isInteger(value) && value >= 0 ? value : undefined
}

/** Columns covered. A file may state any number: what it costs is bounded where the row closes. */
function span(attributes: Attributes, least: number): number {
  return Math.max(least, numberIn(attributes) ?? least)
}

/** Ticks and boxes of the font Wingdings; other signs of such fonts say nothing. */
function symbol(attributes: Attributes): string {
  const signs: Readonly<Record<string, string>> = { F0FC: '✓', F0FE: '☑', F0A8: '☐', F06F: '☐', F0FB: '✗', F0D8: '►' }
  return signs[(attributes['w:char'] ?? '').toUpperCase()] ?? ''
}

/** `w:tab` also names a stop in the properties: only within a run is it a sign. */
function inRun(state: BodyState, text: string): void {
  if (parentOf(state) === 'w:r') write(state, text)
}
