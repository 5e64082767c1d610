/** Stands for letters that the font does not have. */
const MISSING = '□'

/**
 * The text with every character that the font (TrueType, as bytes) does not have replaced by `□`: PDF/A refuses a page with a letter
 * that cannot be drawn, and one emoji in a report must not cost the whole page.
 */
export function drawableWith(font: Buffer): (text: string) => string {
  const has = coverage(font)
  return (text) =>
    Array.from(text.normalize('NFC'), (letter) => (has(letter.codePointAt(0) ?? 0) ? letter : MISSING)).join('')
}

/** Control characters and spaces that are not drawn count as covered. */
const UNDRAWN = /[\s\u200b]/

function coverage(font: Buffer): (code: number) => boolean {
  const table = characterMap(font)
  const segments = font.readUInt16BE(table + 6) / 2
  const last = table + 14
  const first = last + segments * 2 + 2
  const ranges = Array.from({ length: segments }, (_, index) => ({
    from: font.readUInt16BE(first + index * 2),
    to: font.readUInt16BE(last + index * 2),
    at: first + segments * 4 + index * 2,
    delta: font.readUInt16BE(first + segments * 2 + index * 2),
  }))
  return (code) => {
    if (UNDRAWN.test(String.fromCodePoint(code))) return true
    const range = ranges.find(({ to }) => code <= to)
    if (!range || code < range.from || code >= 0xffff) return false
    const offset = font.readUInt16BE(range.at)
    if (offset === 0) return ((code + range.delta) & 0xffff) !== 0
    return font.readUInt16BE(range.at + offset + (code - range.from) * 2) !== 0
  }
}

/** Where the font keeps its map of the first 65,536 characters (`cmap`, Windows Unicode, format 4). */
function characterMap(font: Buffer): number {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  const cmap = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (cmap === undefined) throw new Error('The font has no character map.')
  const base = font.readUInt32BE(cmap + 8)
  const records = Array.from({ length: font.readUInt16BE(base + 2) }, (_, index) => base + 4 + index * 8)
  const windows = records.find((at) => font.readUInt16BE(at) === 3 && font.readUInt16BE(at + 2) === 1)
  if (windows === undefined) throw new Error('The font has no Unicode map.')
  return base + font.readUInt32BE(windows + 4)
}
