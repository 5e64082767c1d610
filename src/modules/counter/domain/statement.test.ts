import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Slip, slipAddress, slipFrom, statementText } from './statement.ts'

const ORIGIN = 'https://motcua.example.vn'
const hex = fc.stringMatching(/^[0-9a-f]{64}$/)
const anySlip: fc.Arbitrary<Slip> = fc.record({
  itemId: fc.uuid(),
  deviceId: fc.uuid(),
  leaseId: fc.uuid(),
  number: fc.integer({ min: 1, max: 9_999_999 }),
  takenAt: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  contentHash: hex,
  signature: fc.stringMatching(/^[A-Za-z0-9_-]{86}$/),
})

test('a slip is read back as it was printed, and all of it stands behind the #', () => {
  fc.assert(
    fc.property(anySlip, (slip) => {
      const address = new URL(slipAddress(ORIGIN, slip))
      expect(address.pathname + address.search).toBe('/tra-cuu-tam')
      expect(slipFrom(address.hash.slice(1))).toEqual(slip)
    }),
  )
})

test('what is no slip is none', () => {
  for (const text of ['', '~~~~~~', 'a~b~c~x~e~f~g', 'a~b~c~1~e~f~g~h']) expect(slipFrom(text)).toBeNull()
  fc.assert(fc.property(fc.string(), (text) => text.split('~').length === 7 || slipFrom(text) === null))
})

test('two statements have one text only when they are alike', () => {
  fc.assert(
    fc.property(anySlip, anySlip, (one, two) => {
      const { signature: _, ...first } = one
      const { signature: __, ...second } = two
      expect(statementText(one) === statementText(two)).toBe(JSON.stringify(first) === JSON.stringify(second))
    }),
  )
})
