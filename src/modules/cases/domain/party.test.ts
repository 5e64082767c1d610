import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BIRTH_PROVINCES } from '#kernel/birth-provinces.ts'
import { isTaxCode, normalPhone, readIdentifier } from '#kernel/person-numbers.ts'
import type { PartyValues } from './case.ts'
import { checkParty, partyFromCardText } from './party.ts'

const NOBODY: PartyValues = {
  kind: 'person',
  name: 'Nguyễn Văn Thử',
  identityNumber: null,
  taxCode: null,
  bornOn: null,
  gender: null,
  phone: null,
  email: null,
  address: null,
}
const check = (given: Partial<PartyValues>) => {
  const { warnings, faults } = checkParty({ ...NOBODY, ...given })
  return [...faults.map(({ code }) => code), ...warnings.map((code) => `warns ${code}`)]
}

describe('personal identifiers', () => {
  test('say province, gender and year of birth', () => {
    expect(readIdentifier('077085001234')).toEqual({ province: 'Bà Rịa–Vũng Tàu', gender: 'male', bornIn: 1985 })
    expect(readIdentifier('079301000001')).toEqual({ province: 'TP.HCM', gender: 'female', bornIn: 2001 })
    expect(Object.keys(BIRTH_PROVINCES)).toHaveLength(63)
  })

  test.each([
    [{ identityNumber: '077085001234' }, []],
    [{ identityNumber: '077 085 001 234' }, []],
    [{ identityNumber: '005085001234' }, ['warns cases/unknown-birth-province']],
    [{ identityNumber: '07708500123' }, ['cases/bad-identity-number']],
    [{ identityNumber: '077285001234', bornOn: '1985-05-05' }, ['cases/identity-not-of-birth']],
    [{ identityNumber: '077085001234', gender: 'female' as const }, ['cases/identity-not-of-gender']],
    [{ identityNumber: '273123456' }, ['warns cases/old-identity-card']],
    [{ identityNumber: 'c1234567' }, []],
  ])('%j', (given, found) => expect(check(given)).toEqual(found))

  test('fit every birth they are made for, and no other year', () => {
    const year = fc.integer({ min: 1900, max: 2199 })
    const code = fc.constantFrom(...Object.keys(BIRTH_PROVINCES))
    const gender = fc.constantFrom('male' as const, 'female' as const)
    fc.assert(
      fc.property(
        year,
        code,
        gender,
        fc.integer({ min: 0, max: 999_999 }),
        year,
        (bornIn, province, sex, rest, other) => {
          const sign = Math.floor((bornIn - 1900) / 100) * 2 + (sex === 'female' ? 1 : 0)
          const identityNumber = `${province}${sign}${String(bornIn % 100).padStart(2, '0')}${String(rest).padStart(6, '0')}`
          expect(check({ identityNumber, bornOn: `${bornIn}-06-15`, gender: sex })).toEqual([])
          if (other !== bornIn)
            expect(check({ identityNumber, bornOn: `${other}-06-15` })).toEqual(['cases/identity-not-of-birth'])
        },
      ),
    )
  })
})

describe('tax codes', () => {
  test.each(['0100233488', '0314409058-002', '0100109106', '0314409058002', '077085001234'])('%s is one', (taxCode) =>
    expect(check({ taxCode })).toEqual([]),
  )
  test.each(['0100233480', '0314409058-000', '01002334', '0100000000'])('%s is none', (taxCode) =>
    expect(check({ taxCode })).toEqual(['cases/bad-tax-code']),
  )
  test('one wrong digit is always found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = '0100109106'.split('')
        digits[place] = String((Number(digits[place]) + by) % 10)
        expect(isTaxCode(digits.join(''))).toBe(false)
      }),
    )
  })
})

describe('phones and addresses', () => {
  test.each([
    ['+84 912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['(0254) 3852 123', '02543852123'],
  ])('%s is %s', (given, normal) => expect(normalPhone(given)).toBe(normal))

  test('the domestic form stays what it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[2-9]\d{8}$/), (phone) => {
        expect(normalPhone(phone)).toBe(phone)
        expect(normalPhone(`+84${phone.slice(1)}`)).toBe(phone)
      }),
    )
  })

  test('an unknown prefix is doubted, what is no number is refused', () => {
    expect(check({ phone: '0112345678' })).toEqual(['warns cases/unknown-phone-prefix'])
    expect(check({ phone: 'gọi sau' })).toEqual(['cases/bad-phone'])
    expect(check({ email: 'thu@vidu.vn' })).toEqual([])
    expect(check({ email: 'thu@vidu' })).toEqual(['cases/bad-email'])
  })
})

describe('the text behind the square on a card', () => {
  const CARD = '077085001234|273123456|Nguyễn Văn Thử|15061985|Nam|12 Đường Thử, Vũng Tàu|01012022'
  test('gives the person, the old number and the day of issue', () => {
    const holder = partyFromCardText(CARD)
    expect(holder).toMatchObject({
      party: { name: 'Nguyễn Văn Thử', identityNumber: '077085001234', bornOn: '1985-06-15', gender: 'male' },
      oldIdentityNumber: '273123456',
      issuedOn: '2022-01-01',
    })
    expect(check(holder?.party ?? {})).toEqual([])
  })
  test('may have more fields, and an empty old number', () => {
    const later = CARD.replace('273123456', '') + '||Cha|Mẹ|'
    expect(partyFromCardText(later)).toMatchObject({ oldIdentityNumber: null, party: { gender: 'male' } })
  })
  test('anything else is nothing, and nothing breaks', () => {
    expect(partyFromCardText('https://vidu.vn')).toBeNull()
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => partyFromCardText(text) === null))
  })
})
