import { BIRTH_PROVINCES } from './birth-provinces.ts'

// Numbers and addresses under which people and organisations are known, in one form. Sources: circular-59-2021, circular-86-2024.

/** What a personal identifier of 12 digits says of its holder, or null when it is none. */
export function readIdentifier(number: string) {
  if (!/^\d{12}$/.test(number)) return null
  const sign = Number(number[3])
  const gender: 'male' | 'female' = sign % 2 === 0 ? 'male' : 'female'
  return {
    /** Null: not one of the 63; so are people born abroad. */
    province: BIRTH_PROVINCES[number.slice(0, 3)] ?? null,
    gender,
    bornIn: 1900 + Math.floor(sign / 2) * 100 + Number(number.slice(4, 6)),
  }
}

/** An identity number without spaces and dots, letters large. */
export const normalIdentityNumber = (text: string): string => text.replaceAll(/[\s.]/g, '').toUpperCase()

/** Which paper a number is of: a personal identifier, the old card of nine digits, a passport; null: none of them. */
export function identityPaper(number: string): 'identifier' | 'old-card' | 'passport' | null {
  if (/^\d{12}$/.test(number)) return 'identifier'
  if (/^\d{9}$/.test(number)) return 'old-card'
  return /^[A-Z]{1,2}\d{6,8}$/.test(number) ? 'passport' : null
}

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** Whether the ten digits are a tax code: the last one checks the others; 10 is never issued. */
export function isTaxCode(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || digits.slice(2, 9) === '0000000') return false
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return 10 - (sum % 11) === Number(digits[9])
}

/** A tax code without spaces and dots. */
export const normalTaxCode = (text: string): string => text.replaceAll(/[\s.]/g, '')

/** Whether the text names a taxpayer: a tax code, one with its branch (`-001`), or the identifier of a person. */
export function isTaxpayerCode(text: string): boolean {
  // Persons and household businesses: the personal identifier.
  if (/^\d{12}$/.test(text)) return true
  const branch = /^(\d{10})-?(\d{3})$/.exec(text)
  return isTaxCode(branch?.[1] ?? text) && branch?.[2] !== '000'
}

const MOBILE = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/
const LAND_LINE = /^02\d{8,9}$/

/** A phone number in the domestic form: without spaces and dots, +84 and 84 as 0. */
export function normalPhone(phone: string): string {
  const bare = phone.replaceAll(/[\s.()-]/g, '')
  return bare.replace(/^(?:\+|00)84(?=[1-9])0?/, '0').replace(/^84(?=[2-9]\d{8,9}$)/, '0')
}

/** Of a number in the domestic form. `doubtful`: could be a number, but of no known prefix; the number plan moves. */
export function phoneVerdict(phone: string): 'fine' | 'doubtful' | 'wrong' {
  if (!/^\+?\d{6,15}$/.test(phone)) return 'wrong'
  return MOBILE.test(phone) || LAND_LINE.test(phone) ? 'fine' : 'doubtful'
}

export const isEmail = (text: string): boolean => /^[^\s@<>()"',;:]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)
