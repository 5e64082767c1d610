import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('the order of keys and what says nothing do not count', () => {
  expect(canonicalJson({ b: 1, a: { y: '', x: [null, { z: false }] }, c: [] })).toBe('{"a":{"x":[null,{}]},"b":1}')
  expect(canonicalJson({ a: { x: [null, {}] }, b: 1, later: null })).toBe('{"a":{"x":[null,{}]},"b":1}')
})

test('reading the text and writing it again gives the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})
