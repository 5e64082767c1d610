import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyFor, seal, unseal } from './secrets.ts'

test('what is sealed opens again for the same purpose and owner only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (plain) => {
      const sealed = seal(plain, 'totp', 'account-1')
      expect(new Uint8Array(unseal(sealed, 'totp', 'account-1'))).toEqual(plain)
      expect(() => unseal(sealed, 'totp', 'account-2')).toThrow()
      expect(() => unseal(sealed, 'other', 'account-1')).toThrow()
    }),
    { numRuns: 30 },
  )
})

test('a changed bit is noticed', () => {
  const sealed = seal(Buffer.from('bí mật'), 'totp', 'account-1')
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(() => unseal(changed, 'totp', 'account-1')).toThrow()
  }
})

test('each purpose has a key of its own', () => {
  expect(keyFor('one').equals(keyFor('two'))).toBe(false)
  expect(keyFor('one').length).toBe(32)
})
