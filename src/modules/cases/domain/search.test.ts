import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#kernel/text.ts'
import { searchOf, searchWords } from './search.ts'

const found = (typed: string, name: string, code: string | null = null) => {
  const words = searchWords(fold(`${code ?? ''} ${name}`))
  const search = searchOf(typed)
  const hasCode = search.code === null || search.code === code
  return hasCode && search.numbers.length === 0 && search.words.every((word) => words.includes(word))
}

test.each([
  ['nguyen van', 'Nguyễn Văn An'],
  ['AN NGUYỄN', 'Nguyễn Văn An'],
  ['ngu', 'Nguyễn Văn An'],
  ['mi le', 'Trần Thị Mỹ Lệ'],
  ['mỹ', 'Trần Thị Mĩ Lệ'],
  ['hoà', 'Đặng Hòa'],
  ['hòa', 'Đặng Hoà'],
  ['dang', 'Đặng Hoà'],
  ['thuy', 'Lê Thúy'],
  ['thuý', 'Lê Thúy'],
  ['quí', 'Trần Quý'],
  ['quy', 'Lê Quỳnh'],
  ['e\u0302\u0323', 'Trần Thị Ệ'],
  ['cong ty 36', 'Công ty cổ phần 36'],
  ['"nguyễn" (văn)', 'Nguyễn Văn An'],
])('“%s” finds %s', (typed, name) => expect(found(typed, name)).toBe(true))

test.each([
  ['guyen', 'Nguyễn Văn An'],
  ['nguyen van binh', 'Nguyễn Văn An'],
  ['%', 'Nguyễn Văn An'],
])('“%s” does not find by the middle of a word, or by a word that is missing: %s', (typed, name) => {
  expect(searchOf(typed).words.length === 0 || !found(typed, name)).toBe(true)
})

test.each(['H29.12-261130-0975', 'h29.12-261130-0975', '0975', '975', '261130-0975', '261130-975'])(
  '%s finds a case by its code',
  (typed) => expect(found(typed, 'Nguyễn Văn An', 'H29.12-261130-0975')).toBe(true),
)

test('numbers of people are asked whole, however they are written', () => {
  for (const typed of ['0912345678', '0912 345 678', '+84 912 345 678', '0912.345.678', '84912345678'])
    expect(searchOf(typed)).toEqual({ code: null, numbers: ['0912345678'], words: [] })
  expect(searchOf('079123456789').numbers).toEqual(['079123456789'])
  expect(searchOf('an 079123456789')).toEqual({ code: null, numbers: ['079123456789'], words: ['an'] })
  expect(searchOf('07912345').numbers).toEqual([])
  expect(searchOf('an c1234567')).toEqual({ code: null, numbers: ['C1234567'], words: ['an'] })
  expect([...searchWords('an c1234567 079123456789 0912345678')]).toEqual(['a', 'an'])
})

describe('any text at all', () => {
  test('is understood, and never as more words than are asked for at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const { words, numbers } = searchOf(typed)
        expect(words.length).toBeLessThanOrEqual(12)
        for (const number of numbers) expect(number).toMatch(/^(?:\d{9,}|[A-Z]{1,2}\d{6,8})$/)
      }),
    )
  })

  test('a case is found by the words of its name in any order, each by any of its beginnings', () => {
    const name = fc.array(fc.stringMatching(/^(?:[a-zđêôưỹ]|qu|uy){1,6}$/), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.nat()), (words, numbers) => {
        const part = (word: string) => word.slice(0, 1 + ((numbers.next().value ?? 0) % word.length))
        const typed = words.map(part).toReversed()
        expect(found(typed.join(' '), words.join(' '))).toBe(true)
      }),
    )
  })
})
