import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './snapshot.ts'

test('the order in which keys were written does not show', () => {
  expect(canonicalJson({ b: 1, a: { d: null, c: [1, 'x'] } })).toBe('{"a":{"c":[1,"x"],"d":null},"b":1}')
  expect(canonicalJson({ a: undefined, b: 2 })).toBe('{"b":2}')
})

test('reading canonical JSON and writing it again gives the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
