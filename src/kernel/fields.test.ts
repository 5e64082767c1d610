import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayField, flagField, line, paragraphs } from './fields.ts'

test('a line is trimmed and composed, however its marks were typed', () => {
  expect(line(20).parse('  Vie\u0323\u0302t Nam ')).toBe('Việt Nam')
  expect(line(20).parse('Việt Nam'.normalize('NFD'))).toBe('Việt Nam'.normalize('NFC'))
})

test('a line never holds what cannot be stored or printed', () => {
  for (const text of ['a\u0000b', 'a\nb', '\u0007', '\ud800', '   ', ''])
    expect(line(20).safeParse(text).success, JSON.stringify(text)).toBe(false)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const parsed = line(50).safeParse(text)
      if (parsed.success) {
        expect(parsed.data).toBe(parsed.data.normalize('NFC').trim())
        expect(/\p{Cc}|\p{Cs}/u.test(parsed.data)).toBe(false)
        expect(line(50).parse(parsed.data)).toBe(parsed.data)
      }
    }),
  )
})

test('several lines keep their breaks and may be empty', () => {
  expect(paragraphs(50).parse('một\r\nhai\t ba')).toBe('một\nhai\t ba')
  expect(paragraphs(50).parse('')).toBe('')
  expect(paragraphs(50).safeParse('a\u0000').success).toBe(false)
})

test('a day and a flag are read as what they are', () => {
  expect(dayField.safeParse('2023-02-29').success).toBe(false)
  expect(dayField.parse('2023-02-28')).toBe('2023-02-28')
  expect([flagField.parse('true'), flagField.parse('false'), flagField.parse(true)]).toEqual([true, false, true])
})
