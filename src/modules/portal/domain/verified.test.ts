import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedNumber, NOTHING_VERIFIED, verifiedContacts, verifiedOf } from './verified.ts'

test('what the provider vouches for is taken in one form, and what is of no right form is not believed', () => {
  const address = { formatted: 'Số 1 đường Minh Họa\r\nPhường Minh Họa' }
  const claims = { name: 'Nguyễn Thị Minh Họa', so_dinh_danh: '079190000001', birthdate: '1990-02-28', address }
  expect(verifiedOf(claims, 'so_dinh_danh')).toEqual({
    name: 'Nguyễn Thị Minh Họa',
    identityNumber: '079190000001',
    bornOn: '1990-02-28',
    address: 'Số 1 đường Minh Họa, Phường Minh Họa',
  })
  const wrong = { name: 'a\u0000b', so: '12', birthdate: '1990-02-30', address: { formatted: 1 } }
  expect(verifiedOf(wrong, 'so')).toEqual(NOTHING_VERIFIED)
  // Some providers say the address as a text.
  expect(verifiedOf({ address: ' Phường 1 ' }, 'so').address).toBe('Phường 1')
})

test('an address counts only when the provider says that it verified it', () => {
  const email = 'Lan@example.vn'
  expect(verifiedContacts({ email, email_verified: true })).toEqual([{ channel: 'email', address: 'lan@example.vn' }])
  for (const email_verified of [undefined, false, 'true', 1])
    expect(verifiedContacts({ email, email_verified })).toEqual([])
})

test('of a number only the end can be read', () => {
  expect(maskedNumber('079190000001')).toBe('••••••••0001')
  expect(maskedNumber('123')).toBe('123')
})

test('whatever is claimed, nothing breaks', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('name', 'so', 'birthdate', 'email', 'email_verified', 'phone_number', 'address'),
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
