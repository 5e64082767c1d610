import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifiedContacts, verifiedOf } from './verified.ts'

test('what the provider vouches for is taken in one form, and what is of no right form is not believed', () => {
  const claims = { name: 'Nguyễn Thị Minh Họa', so_dinh_danh: '079190000001', birthdate: '1990-02-28' }
  expect(verifiedOf(claims, 'so_dinh_danh')).toEqual({
    name: 'Nguyễn Thị Minh Họa',
    identityNumber: '079190000001',
    bornOn: '1990-02-28',
  })
  expect(verifiedOf({ name: 'a\u0000b', so: '12', birthdate: '1990-02-30' }, 'so')).toEqual({
    name: null,
    identityNumber: null,
    bornOn: null,
  })
})

test('an address counts only when the provider says that it verified it', () => {
  const email = 'Lan@example.vn'
  expect(verifiedContacts({ email, email_verified: true })).toEqual([{ channel: 'email', address: 'lan@example.vn' }])
  for (const email_verified of [undefined, false, 'true', 1])
    expect(verifiedContacts({ email, email_verified })).toEqual([])
})

test('whatever is claimed, nothing breaks', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('name', 'so', 'birthdate', 'email', 'email_verified', 'phone_number'),
        fc.anything(),
      ),
      (claims) => {
        const { identityNumber } = verifiedOf(claims, 'so')
        expect(identityNumber === null || /^\d{12}$/.test(identityNumber)).toBe(true)
        expect(verifiedContacts(claims).length).toBeLessThanOrEqual(2)
      },
    ),
  )
})
