import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactOf, maskedAddress } from './contact.ts'

test('one number in its many forms is one address', () => {
  for (const typed of ['0912345678', '+84 912 345 678', '84912345678', ' 0912.345.678 '])
    expect(contactOf(typed)).toEqual({ channel: 'sms', address: '84912345678' })
  expect(contactOf(' Lan@Example.VN ')).toEqual({ channel: 'email', address: 'lan@example.vn' })
})

test('what is neither is nothing, and the form is kept when read again', () => {
  expect(contactOf('lan')).toBeNull()
  expect(contactOf('0212345678')).toBeNull()
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.stringMatching(/^0[35789]\d{8}$/), fc.string()), (typed) => {
      const contact = contactOf(typed)
      if (contact === null) return
      expect(contactOf(contact.address)).toEqual(contact)
      expect(maskedAddress(contact).length).toBeLessThanOrEqual(contact.address.length + 1)
    }),
  )
})
