import { expect, test } from 'vitest'
import { readIdentifier } from '#kernel/person-numbers.ts'
import { claimsFor, PEOPLE, tokenIn } from './stand-in.ts'

test('the people are invented and whole: a number fits its holder', () => {
  for (const { identity_number: number, birthdate, email } of PEOPLE) {
    if (number !== undefined) expect(String(readIdentifier(number)?.bornIn)).toBe(birthdate?.slice(0, 4))
    if (email !== undefined) expect(email).toMatch(/@example\.vn$/)
  }
})

test('no more is told than was asked for', () => {
  const [person] = PEOPLE
  if (!person) throw new Error('There is nobody.')
  expect(claimsFor(person, ['openid'])).toEqual({ sub: person.sub })
  expect(Object.keys(claimsFor(person, ['openid', 'profile']))).not.toContain('address')
  expect(claimsFor(person, ['openid', 'address'])).toEqual({ sub: person.sub, address: person.address })
})

test('each mood is wrong in one thing', () => {
  const times = { issuer: 'http://127.0.0.1', clientId: 'x', nonce: 'n', nowS: 1_000_000 }
  const well = tokenIn('well', times)
  expect(well).toMatchObject({ claims: { nonce: 'n', exp: 1_000_300 }, signedBy: 'itself' })
  expect(tokenIn('wrong-signature', times)).toEqual({ ...well, signedBy: 'stranger' })
  expect(tokenIn('wrong-nonce', times).claims).toMatchObject({ ...well.claims, nonce: 'n-khac' })
  expect(Number(tokenIn('expired', times).claims.exp)).toBeLessThan(times.nowS)
})
