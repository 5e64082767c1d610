import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALPHABET, shownCode, spell, typed } from './code.ts'

test('what is shown and typed again in any manner is the same code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const code = `LH${spell(bytes, 8)}`
      expect(code).toMatch(new RegExp(`^LH[${ALPHABET}]{8}$`))
      expect(typed(` ${shownCode(code).toLowerCase().replaceAll('-', ' - ')} `)).toBe(code)
    }),
  )
})
