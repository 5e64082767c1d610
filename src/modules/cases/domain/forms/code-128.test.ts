import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf, code128, END, START_B, START_C, SYMBOLS, TO_B, TO_C } from './code-128.ts'

/** What a reader makes of the widths; null when it refuses them. */
function read(widths: readonly number[]): string | null {
  const values: number[] = []
  for (let at = 0; at < widths.length; ) {
    const length = widths.length - at === 7 ? 7 : 6
    const value = SYMBOLS.indexOf(widths.slice(at, at + length).join(''))
    if (value < 0) return null
    values.push(value)
    at += length
  }
  const [end, check, ...reversed] = values.toReversed()
  const said = reversed.toReversed()
  const sum = said.reduce((all, value, place) => all + value * Math.max(place, 1), 0)
  if (end !== END || check !== sum % 103) return null
  let inC = said[0] === START_C
  if (!inC && said[0] !== START_B) return null
  let text = ''
  for (const value of said.slice(1)) {
    if (inC && value === TO_B) inC = false
    else if (!inC && value === TO_C) inC = true
    else text += inC ? String(value).padStart(2, '0') : String.fromCharCode(value + 32)
  }
  return text
}

const ascii = fc.string({
  unit: fc.integer({ min: 32, max: 126 }).map((sign) => String.fromCharCode(sign)),
  minLength: 1,
})
const mixed = fc
  .array(fc.oneof(ascii, fc.stringMatching(/^\d{1,9}$/)), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(''))

test('what was written is read', () => {
  expect(read(code128('H29.12.05-261116-0007'))).toBe('H29.12.05-261116-0007')
  fc.assert(
    fc.property(mixed, (text) => {
      expect(read(code128(text))).toBe(text)
    }),
  )
})

test('one bar of another width is never read as another text', () => {
  fc.assert(
    fc.property(mixed, fc.nat(), fc.constantFrom(1, -1), (text, at, by) => {
      const widths = code128(text)
      const place = at % widths.length
      expect(read(widths.with(place, (widths[place] ?? 1) + by)) ?? text).toBe(text)
    }),
  )
})

test('every symbol is eleven modules, with an even number of them black, and no two are alike', () => {
  expect(new Set(SYMBOLS).size).toBe(107)
  for (const [value, symbol] of SYMBOLS.entries()) {
    const widths = Array.from(symbol, Number)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(value === END ? 13 : 11)
    if (value !== END)
      expect(widths.filter((_, place) => place % 2 === 0).reduce((sum, width) => sum + width, 0) % 2).toBe(0)
  }
})

test('digits take half the room, and the picture has free space on either side', () => {
  expect(code128('12345678').length).toBeLessThan(code128('abcdefgh').length)
  const { path, modules } = barsOf('H29')
  expect(path.startsWith('M10 0h2')).toBe(true)
  expect(modules).toBe(code128('H29').reduce((sum, width) => sum + width, 0) + 20)
})

test('letters that Code 128 has not are refused', () => {
  expect(() => code128('Đà')).toThrow('ASCII')
})
