import { nfc } from '#kernel/text.ts'
import { fromTcvn3, fromVni } from './legacy.ts'
import type { Glyph, Legacy } from './pdf-marks.ts'
import type { Rule } from './pdf-paths.ts'

/** Letters without a space between them, on one line. */
export type Word = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  readonly bold: boolean
}

/** Words on one line, from the left. */
export type Line = {
  readonly words: readonly Word[]
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
}

type GlyphLine = { base: number; size: number; readonly glyphs: Glyph[] }

/** Parts of the letter size: how far letters of one line stand above each other at most, and how wide a space is at least. */
const SAME_LINE = 0.4
const SPACE = 0.19
/** The same between letters that are shown by themselves: within a word they touch. */
const APART = 0.12

/** The words that the letters make. No word goes over a rule of a table, unless a letter stands on it. */
export function wordsOf(glyphs: readonly Glyph[], walls: readonly Rule[]): Word[] {
  return glyphLines(glyphs).flatMap((line) => lineWords(line, walls))
}

/** Letters by the line they stand on. Small letters (raised, lowered) go to the line of the large ones around them. */
function glyphLines(glyphs: readonly Glyph[]): GlyphLine[] {
  const usual = median(glyphs.map(({ size }) => size))
  const small = (glyph: Glyph): boolean => glyph.size < 0.72 * usual
  const lines: GlyphLine[] = []
  for (const glyph of glyphs.filter((glyph) => !small(glyph)).toSorted((a, b) => a.base - b.base))
    addToLines(lines, glyph)
  const loose: GlyphLine[] = []
  for (const glyph of glyphs.filter(small).toSorted((a, b) => a.base - b.base)) {
    const home = nearestLine(lines, glyph)
    if (home) home.glyphs.push(glyph)
    else addToLines(loose, glyph)
  }
  return [...lines, ...loose]
}

function addToLines(lines: GlyphLine[], glyph: Glyph): void {
  const last = lines.at(-1)
  if (last && Math.abs(glyph.base - last.base) <= SAME_LINE * Math.min(glyph.size, last.size)) {
    last.glyphs.push(glyph)
    last.size = Math.max(last.size, glyph.size)
  } else lines.push({ base: glyph.base, size: glyph.size, glyphs: [glyph] })
}

/** The line whose letter stands directly before the small one. */
function nearestLine(lines: readonly GlyphLine[], glyph: Glyph): GlyphLine | undefined {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.base ?? 0) < glyph.base - glyph.size) low = middle + 1
    else high = middle
  }
  for (let at = low; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line || line.base > glyph.base + 1.2 * glyph.size) return undefined
    if (line.glyphs.some(({ right }) => Math.abs(right - glyph.left) < 0.5 * glyph.size)) return line
  }
  return undefined
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

function lineWords(line: GlyphLine, walls: readonly Rule[]): Word[] {
  const glyphs = line.glyphs.toSorted((a, b) => place(a) - place(b))
  const words: Word[] = []
  let open: Glyph[] = []
  const end = (): void => {
    if (open.length > 0) words.push(wordOf(open, line))
    open = []
  }
  for (const glyph of glyphs) {
    const last = open.at(-1)
    if (glyph.text.trim() === '') end()
    else if (last && isDrawnTwice(last, glyph)) open[open.length - 1] = { ...last, bold: true }
    else {
      if (last && breaks(last, glyph, line, walls)) end()
      open.push(glyph)
    }
  }
  end()
  return words
}

/** A mark drawn over its letter comes behind it. */
function place(glyph: Glyph): number {
  return /^\p{M}/u.test(glyph.text) ? Math.max(glyph.left, glyph.right) : glyph.left
}

/** The old way to print bold. */
function isDrawnTwice(a: Glyph, b: Glyph): boolean {
  return a.text === b.text && Math.abs(a.left - b.left) < 0.1 * a.size && Math.abs(a.base - b.base) < 0.1 * a.size
}

function breaks(last: Glyph, glyph: Glyph, line: GlyphLine, walls: readonly Rule[]): boolean {
  const least = last.run === glyph.run && last.bold === glyph.bold ? SPACE : APART
  if (glyph.left - last.right > least * Math.min(glyph.size, line.size)) return true
  const slack = 0.06 * line.size
  return walls.some(
    ({ at, from, to }) =>
      at > last.right - slack &&
      at < glyph.left + slack &&
      from < line.base - 0.2 * line.size &&
      to > line.base - 0.4 * line.size,
  )
}

const RAISED = new Map(Array.from('0123456789()+-', (letter, at) => [letter, '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻'[at] ?? letter]))

function wordOf(glyphs: readonly Glyph[], line: GlyphLine): Word {
  const small = glyphs.every(({ size }) => size < 0.8 * line.size)
  const text = glyphs
    .map(({ text, size, base }) =>
      !small && size < 0.8 * line.size && base < line.base - 0.15 * line.size ? (RAISED.get(text) ?? text) : text,
    )
    .join('')
  return {
    text: nfc(modern(text, glyphs[0]?.legacy ?? null)),
    left: Math.min(...glyphs.map(({ left }) => left)),
    right: Math.max(...glyphs.map(({ right }) => right)),
    base: line.base,
    size: Math.max(...glyphs.map(({ size }) => size)),
    bold: glyphs.every(({ bold }) => bold),
  }
}

/** Fonts of the years before Unicode are embedded with letters that mean others. Where the letters are Unicode already they stay. */
function modern(text: string, legacy: Legacy | null): string {
  if (legacy === null || /[^\0-\xff]/.test(text.replace(/[\u2013\u2014\u2018-\u201d\u2026]/g, ''))) return text
  if (legacy === 'vni') return fromVni(text)
  return legacy === 'tcvn3-capitals' ? fromTcvn3(text).toUpperCase() : fromTcvn3(text)
}

/** Words by the line they stand on, from the top, each from the left. */
export function linesOf(words: readonly Word[]): Line[] {
  const lines: { base: number; size: number; words: Word[] }[] = []
  for (const word of words.toSorted((a, b) => a.base - b.base)) {
    const last = lines.at(-1)
    if (last && word.base - last.base <= SAME_LINE * Math.min(word.size, last.size)) {
      last.words.push(word)
      last.size = Math.max(last.size, word.size)
    } else lines.push({ base: word.base, size: word.size, words: [word] })
  }
  return lines.map(({ base, size, words }) => lineOf(words, base, size))
}

/** The words as a line. */
export function lineOf(words: readonly Word[], base: number, size: number): Line {
  const sorted = words.toSorted((a, b) => a.left - b.left)
  return { words: sorted, left: sorted[0]?.left ?? 0, right: Math.max(...sorted.map(({ right }) => right)), base, size }
}

/** What the line says. */
export function textOfLine(line: Line): string {
  return line.words.map(({ text }) => text).join(' ')
}

/** The text and its next line as one. `QĐ-` and `UBND`, `(2)/` and `(1)`, `98,27` and `%` were never apart. */
export function joinText(text: string, next: string): string {
  const whole =
    /(?:[\p{L}\p{N}]-|\S\/|[(=])$/u.test(text) || (/\d$/.test(text) && next.startsWith('%')) || /^[),;]/.test(next)
  return whole ? text + next : `${text} ${next}`
}

/** The line cut where the distance between two words is more than `least` points. */
export function cutLine(line: Line, least: number): Line[] {
  const parts: Word[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const word of line.words) {
    if (parts.length === 0 || word.left - right > least) parts.push([])
    parts.at(-1)?.push(word)
    right = Math.max(right, word.right)
  }
  return parts.map((words) => lineOf(words, line.base, line.size))
}
