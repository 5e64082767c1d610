import { drawPath, IDENTITY, type Matrix, type Rule, times } from './pdf-paths.ts'

/** A letter on the page, in points from its upper left corner, as it is turned for reading. */
export type Glyph = {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Where the line stands on which the letter is written. */
  readonly base: number
  readonly size: number
  readonly bold: boolean
  /** Written upwards, as in narrow header cells; `left`, `right` and `base` are along and across that direction. */
  readonly upward: boolean
  /** Letters that the file shows in one go have the same number. */
  readonly run: number
  /** Encoding of the years before Unicode, by the name of the font. */
  readonly legacy: Legacy | null
}

export type Legacy = 'tcvn3' | 'tcvn3-capitals' | 'vni'

export type Marks = {
  readonly glyphs: readonly Glyph[]
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** The few facts of a font that are needed here. */
export type FontFacts = { readonly name: string; readonly unit: number; readonly vertical: boolean }

/** What pdf.js calls its drawing steps, by number. */
export type Steps = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

type Pen = {
  ctm: Matrix
  stroke: string
  fill: string
  font: FontFacts
  bold: boolean
  legacy: Legacy | null
  size: number
  letterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
}

type Drawing = {
  readonly glyphs: Glyph[]
  readonly across: Rule[]
  readonly down: Rule[]
  readonly saved: Pen[]
  readonly fontOf: (name: string) => FontFacts
  pen: Pen
  run: number
  /** Where the line of text begins, and where the next letter goes on it. */
  line: Matrix
  text: Matrix
}

const NO_FONT: FontFacts = { name: '', unit: 0.001, vertical: false }

/** Everything on the page that a table or text can be read from. `names` says what the numbers of the steps mean. */
export function marksOf(
  steps: Steps,
  names: ReadonlyMap<number, string>,
  page: readonly number[],
  fontOf: (name: string) => FontFacts,
): Marks {
  const pen: Pen = {
    ctm: matrix(page),
    stroke: '',
    fill: '',
    font: NO_FONT,
    bold: false,
    legacy: null,
    size: 0,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  }
  const drawing: Drawing = {
    glyphs: [],
    across: [],
    down: [],
    saved: [],
    fontOf,
    pen,
    run: 0,
    line: IDENTITY,
    text: IDENTITY,
  }
  steps.fnArray.forEach((step, at) => {
    const args = steps.argsArray[at]
    const draw = STEPS[names.get(step) ?? '']
    if (draw) draw(drawing, Array.isArray(args) ? args : [])
  })
  return drawing
}

function matrix(value: unknown): Matrix {
  const [a, b, c, d, e, f] = value && typeof value === 'object' ? Array.from(value as ArrayLike<number>) : IDENTITY
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

type Step = (drawing: Drawing, args: readonly unknown[]) => void
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
const word = (value: unknown): string => (typeof value === 'string' ? value : '')

function save(drawing: Drawing): void {
  if (drawing.saved.length < 1_000) drawing.saved.push({ ...drawing.pen })
}

function restore(drawing: Drawing): void {
  drawing.pen = drawing.saved.pop() ?? drawing.pen
}

function transform(drawing: Drawing, by: unknown): void {
  drawing.pen.ctm = times(drawing.pen.ctm, matrix(by))
}

function moveLine(drawing: Drawing, x: number, y: number): void {
  drawing.line = times(drawing.line, [1, 0, 0, 1, x, y])
  drawing.text = drawing.line
}

const STEPS: Readonly<Record<string, Step>> = {
  save,
  restore,
  transform: (drawing, args) => transform(drawing, args),
  paintFormXObjectBegin: (drawing, [by]) => {
    save(drawing)
    if (by) transform(drawing, by)
  },
  paintFormXObjectEnd: restore,
  setStrokeRGBColor: (drawing, [color]) => {
    drawing.pen.stroke = word(color)
  },
  setFillRGBColor: (drawing, [color]) => {
    drawing.pen.fill = word(color)
  },
  setFont: (drawing, [name, size]) => {
    const font = drawing.fontOf(word(name))
    drawing.pen.font = font
    drawing.pen.bold = /bold|black|heavy/i.test(font.name)
    drawing.pen.legacy = legacyOf(font.name)
    drawing.pen.size = number(size)
  },
  setCharSpacing: (drawing, [space]) => {
    drawing.pen.letterSpace = number(space)
  },
  setWordSpacing: (drawing, [space]) => {
    drawing.pen.wordSpace = number(space)
  },
  setHScale: (drawing, [percent]) => {
    drawing.pen.stretch = number(percent) / 100
  },
  setLeading: (drawing, [leading]) => {
    drawing.pen.leading = -number(leading)
  },
  setTextRise: (drawing, [rise]) => {
    drawing.pen.rise = number(rise)
  },
  beginText: (drawing) => {
    drawing.line = IDENTITY
    drawing.text = IDENTITY
  },
  setTextMatrix: (drawing, [by]) => {
    drawing.line = matrix(by)
    drawing.text = drawing.line
  },
  moveText: (drawing, [x, y]) => moveLine(drawing, number(x), number(y)),
  setLeadingMoveText: (drawing, [x, y]) => {
    drawing.pen.leading = number(y)
    moveLine(drawing, number(x), number(y))
  },
  nextLine: (drawing) => moveLine(drawing, 0, drawing.pen.leading),
  showText: (drawing, [glyphs]) => showText(drawing, Array.isArray(glyphs) ? glyphs : []),
  constructPath: (drawing, [paint, pieces]) =>
    drawPath(drawing, drawing.pen, number(paint), Array.isArray(pieces) ? pieces : []),
}

type PdfGlyph = { readonly unicode?: unknown; readonly width?: unknown; readonly isSpace?: unknown }

function showText(drawing: Drawing, shown: readonly unknown[]): void {
  const { font, size, letterSpace, wordSpace, stretch, rise } = drawing.pen
  let along = 0
  drawing.run += 1
  for (const item of shown) {
    if (typeof item === 'number') along -= (item * size) / 1000
    else if (item && typeof item === 'object') {
      const { unicode, width, isSpace } = item as PdfGlyph
      const wide = number(width) * size * font.unit
      if (!font.vertical) addGlyph(drawing, word(unicode), along * stretch, wide * stretch, rise)
      along += wide + letterSpace + (isSpace === true ? wordSpace : 0)
    }
  }
  drawing.text = times(drawing.text, [1, 0, 0, 1, along * stretch, 0])
}

function addGlyph(drawing: Drawing, text: string, along: number, wide: number, rise: number): void {
  if (text === '') return
  const { bold, legacy, ctm, size } = drawing.pen
  const [a, b, c, d, e, f] = times(ctm, times(drawing.text, [1, 0, 0, 1, along, rise]))
  const [length, height] = [Math.hypot(a, b), Math.hypot(c, d)]
  const turned = Math.abs(b) > 0.05 * length
  const upward = turned && Math.abs(a) < 0.05 * length && b < 0
  // Slanted writing is a stamp or a watermark.
  if (length === 0 || (turned ? !upward : a < 0)) return
  const left = upward ? -f : e
  drawing.glyphs.push({
    text,
    left,
    right: left + wide * length,
    base: upward ? e : f,
    size: Math.abs(size) * height,
    bold,
    upward,
    run: drawing.run,
    legacy,
  })
}

/** The ABC fonts are called .VnTime, their capitals .VnTimeH; VNI's are called VNI-Times. */
function legacyOf(font: string): Legacy | null {
  const name = font.replace(/^[A-Z]{6}\+/, '')
  if (/^\.vn/i.test(name)) return /^\.vn[a-z ]*H\b/i.test(name) ? 'tcvn3-capitals' : 'tcvn3'
  return /^vni[-_ ]/i.test(name) ? 'vni' : null
}
