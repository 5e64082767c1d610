import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, escaped, oneLine, printable } from './shown-text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

test('what is printed has no control characters, direction marks or halves of letters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(printable(text)).not.toMatch(/(?![\t\n])\p{Cc}|\p{Bidi_Control}|\p{Cs}|\ufffe|\uffff/u)
    }),
  )
  expect(printable('a\u0000b\u202ec\u2066d\ud800e\ufefff\r\ng\rh\u001b[31m')).toBe('abcdef\ng\nh[31m')
})

test('Vietnamese letters, composed or not, and emoji stay as they are', () => {
  for (const text of ['Ngày ỳ ỹ ữ ặ Ẫ đ Đ ₫', 'ê\u0323 a\u0306\u0301', '😀 1.234,5 %'])
    expect(printable(text)).toBe(text)
})

test('what is escaped holds no markup and says the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = escaped(text)
      expect(written).not.toMatch(/[<>"']/)
      const read = written
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
      expect(read).toBe(printable(text))
    }),
  )
})

test('a text is cut between letters and never longer than asked', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, most) => {
      expect(cut(text, most).length).toBeLessThanOrEqual(most)
      expect(cut(printable(text), most)).not.toMatch(/\p{Cs}/u)
      expect(oneLine(text, most)).not.toContain('\n')
    }),
  )
  expect(cut('một hai ba', 8)).toBe('một hai…')
  expect(cut('ab😀cd', 4)).toBe('ab…')
})
