import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initials, stageWords, typedCode } from './public-words.ts'
import { BUSINESS_STATES } from './words.ts'

test('of a name only the first letters are told', () => {
  expect(initials('Trần Thị Bích Ngọc')).toBe('T. T. B. N.')
  expect(initials('  đặng   văn á ')).toBe('Đ. V. Á.')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      for (const part of initials(name).split(' ').filter(Boolean))
        expect(Array.from(part).length).toBeLessThanOrEqual(4)
    }),
  )
})

test('every state has a sentence in both languages, and a rejection its own', () => {
  for (const state of BUSINESS_STATES)
    expect(stageWords(state, null)).toMatchObject({ vi: expect.any(String), en: expect.any(String) })
  expect(stageWords('decided', 'rejected').vi).toContain('không được chấp thuận')
})

test('codes are read however they were typed', () => {
  expect(typedCode(' h29.12 -261116-0001\n')).toBe('H29.12-261116-0001')
})
