import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountFor, type Lease, leaseFault, provisionalNumber } from './lease.ts'

const lease: Lease = {
  id: 'lease',
  unitCode: 'H29.01',
  day: '2026-12-01',
  first: 51,
  last: 100,
  leasedAt: new Date('2026-12-01T01:00:00Z'),
  validUntil: new Date('2026-12-02T01:00:00Z'),
  endKind: null,
  lastGiven: null,
}
const noon = new Date('2026-12-01T05:00:00Z')
const later = new Date('2026-12-01T09:00:00Z')

test('a provisional number names unit, day and counter and is no dossier code', () => {
  expect(provisionalNumber(lease, 2, 57)).toBe('H29.01-261201-Q2-0057')
  expect(provisionalNumber(lease, 2, 57)).not.toMatch(/^[A-Z]\d{2}(?:\.\d{2,3}){0,4}-\d{6}(?:\d{2})?-\d{4,7}$/)
})

test('a lease covers its own numbers in its own time, and nothing once it is revoked', () => {
  const fault = (change: Partial<Lease>, number = 60, takenAt = noon) =>
    leaseFault({ ...lease, ...change }, { number, takenAt }, later)
  expect(fault({})).toBeNull()
  expect(fault({}, 50)).toBe('counter/number-not-leased')
  expect(fault({}, 101)).toBe('counter/number-not-leased')
  expect(fault({}, 60, new Date('2026-12-01T00:57:00Z'))).toBe('counter/taken-outside-lease')
  expect(fault({ validUntil: new Date('2026-12-01T04:59:00Z') })).toBe('counter/taken-outside-lease')
  expect(fault({}, 60, new Date('2026-12-01T09:03:00Z'))).toBe('counter/taken-in-future')
  expect(fault({ endKind: 'revoked' })).toBe('counter/lease-revoked')
  expect(fault({ endKind: 'returned', lastGiven: 60 }, 60)).toBeNull()
  expect(fault({ endKind: 'returned', lastGiven: 60 }, 61)).toBe('counter/number-given-back')
  expect(fault({ endKind: 'returned', lastGiven: null }, 51)).toBe('counter/number-given-back')
})

test('every number of a lease is accounted for once, and what ended leaves nothing open', () => {
  const states = fc.constantFrom('received' as const, 'refused' as const, 'void' as const)
  const size = 20
  const some = fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: size }), state: states }), {
    selector: ({ number }) => number,
  })
  fc.assert(
    fc.property(
      some,
      fc.constantFrom(null, 'returned' as const, 'revoked' as const),
      fc.nat(size),
      (came, end, given) => {
        const lastGiven = end === 'returned' ? Math.max(given, ...came.map(({ number }) => number)) : null
        const account = accountFor({ ...lease, first: 1, last: size, endKind: end, lastGiven }, came)
        expect(account.map(({ number }) => number)).toEqual(Array.from({ length: size }, (_, place) => place + 1))
        for (const { number, state } of came) expect(account[number - 1]?.state).toBe(state)
        if (end !== null) expect(account.filter(({ state }) => state === 'out')).toEqual([])
        const unused = account.filter(({ state }) => state === 'unused')
        // A number that is called unused would be refused if it came in after all.
        for (const { number } of unused)
          expect(
            leaseFault({ ...lease, first: 1, last: size, endKind: end, lastGiven }, { number, takenAt: noon }, later),
          ).toBe('counter/number-given-back')
      },
    ),
  )
})
