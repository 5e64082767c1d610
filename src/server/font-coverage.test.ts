import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { drawableWith } from './font-coverage.ts'

const FONT = '400Regular/Tinos_400Regular'
const tinos = fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${FONT}.ttf`))
const drawable = drawableWith(readFileSync(tinos))

test('what the font can draw stays, Vietnamese composed', () => {
  const text = 'Ngày ỳ ỹ ữ ặ Ẫ đ Đ ₫ – “…” → ≤ ≠ ÷ × 1.234,5%\n'
  expect(drawable(text)).toBe(text)
  expect(drawable('e\u0302\u0323')).toBe('ệ')
})

test('what it cannot becomes a box, one for a letter', () => {
  expect(drawable('a😀b漢c✓')).toBe('a□b□c□')
  expect(drawable('\uffff')).toBe('□')
})
