import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'
import { characterClasses, isPasswordStale, normalPassword, passwordFaults } from './password.ts'

const wish = (password: string, secondFactor = true) =>
  passwordFaults({
    password,
    ownWords: ['nguyen.van.binh', 'Nguyễn Văn Bình'],
    secondFactor,
    lengthWithSecondFactor: 8,
    lengthAlone: 14,
  }).map(({ code }) => code)

describe('a new password', () => {
  test.each([
    ['with a second factor, eight characters do', 'trời7xa', ['identity/password-too-short']],
    ['eight', 'trời7xax', []],
    ['a known word dressed up', 'P@ssw0rd2026!', ['identity/password-common']],
    ['the Vietnamese word for it', 'MậtKhẩu@123', ['identity/password-common']],
    ['a run', '123456789', ['identity/password-common']],
    ['a repetition', 'abcabcabc', ['identity/password-common']],
    ['digits only', '4957201836', ['identity/password-common']],
    ['the own name with a year', 'NguyễnBình26', ['identity/password-own-name']],
    ['the own given name', 'vanbinhbinh', ['identity/password-own-name']],
    ['the sign-in name', 'nguyen.van.binh1', ['identity/password-own-name']],
  ])('%s: %s', (_, password, faults) => {
    expect(wish(password)).toEqual(faults)
  })

  test('alone it needs fourteen characters of four classes', () => {
    expect(wish('xanh biếc trùng khơi', false)).toEqual(['identity/password-needs-classes'])
    expect(wish('Xanh biếc 7 trùng khơi', false)).toEqual([])
    expect(wish('Xa7 biếc', false)).toEqual(['identity/password-too-short'])
  })

  test('a letter counts once however it was typed', () => {
    expect(normalPassword('e\u0323\u0302')).toBe('ệ')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(normalPassword(typed.normalize('NFD'))).toBe(normalPassword(typed.normalize('NFC')))
      }),
    )
  })

  test('no digits or signs around a known word make it good', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9!@#.]{0,6}$/), fc.stringMatching(/^[0-9!@#.]{0,6}$/), (before, after) => {
        expect(isCommonPassword(`${before}Matkhau${after}`)).toBe(true)
      }),
    )
  })

  test('a longer password never has fewer classes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (start, more) => {
        expect(characterClasses(start + more)).toBeGreaterThanOrEqual(characterClasses(start))
      }),
    )
  })
})

test('an administrator changes it after sixty days, others when the setting says so', () => {
  const set = new Date('2026-09-01T00:00:00Z')
  expect(isPasswordStale(set, new Date('2026-10-30T23:59:59Z'), 60)).toBe(false)
  expect(isPasswordStale(set, new Date('2026-10-31T00:00:00Z'), 60)).toBe(true)
  expect(isPasswordStale(set, new Date('2036-10-31T00:00:00Z'), 0)).toBe(false)
})
