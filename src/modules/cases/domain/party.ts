import type { Day } from '#kernel/calendar.ts'
import { isDay } from '#kernel/calendar.ts'
import {
  identityPaper,
  isEmail,
  isTaxpayerCode,
  normalIdentityNumber,
  normalPhone,
  normalTaxCode,
  phoneVerdict,
  readIdentifier,
} from '#kernel/person-numbers.ts'
import type { Gender, PartyValues } from './case.ts'

/** What is wrong with one field: refused. */
export type PartyFault = { readonly path: keyof PartyValues; readonly code: string }
/** The party as it is kept, what is doubtful (accepted all the same), and what cannot be. */
export type CheckedParty = {
  readonly party: PartyValues
  readonly warnings: readonly string[]
  readonly faults: readonly PartyFault[]
}

/** A party with its numbers in one form, held against what is known of such numbers. Sources: circular-59-2021, circular-86-2024. */
export function checkParty(given: PartyValues): CheckedParty {
  const party: PartyValues = {
    ...given,
    identityNumber: given.identityNumber === null ? null : normalIdentityNumber(given.identityNumber),
    taxCode: given.taxCode === null ? null : normalTaxCode(given.taxCode),
    phone: given.phone === null ? null : normalPhone(given.phone),
    email: given.email === null ? null : given.email.toLowerCase(),
  }
  const checks = [checkIdentity(party), checkTaxCode(party.taxCode), checkPhone(party.phone), checkEmail(party.email)]
  return {
    party,
    warnings: checks.flatMap(({ warnings }) => warnings),
    faults: checks.flatMap(({ faults }) => faults),
  }
}

type Check = Pick<CheckedParty, 'warnings' | 'faults'>
const FINE: Check = { warnings: [], faults: [] }
const fault = (path: PartyFault['path'], code: string): Check => ({ warnings: [], faults: [{ path, code }] })
const warning = (code: string): Check => ({ warnings: [code], faults: [] })

function checkIdentity({ identityNumber, bornOn, gender }: PartyValues): Check {
  if (identityNumber === null) return FINE
  const paper = identityPaper(identityNumber)
  // The old identity card: no longer valid, but still in people's papers.
  if (paper === 'old-card') return warning('cases/old-identity-card')
  if (paper === 'passport') return FINE
  const read = readIdentifier(identityNumber)
  if (read === null) return fault('identityNumber', 'cases/bad-identity-number')
  if (bornOn !== null && Number(bornOn.slice(0, 4)) !== read.bornIn)
    return fault('identityNumber', 'cases/identity-not-of-birth')
  if (gender !== null && gender !== read.gender) return fault('identityNumber', 'cases/identity-not-of-gender')
  return read.province === null ? warning('cases/unknown-birth-province') : FINE
}

function checkTaxCode(taxCode: string | null): Check {
  return taxCode === null || isTaxpayerCode(taxCode) ? FINE : fault('taxCode', 'cases/bad-tax-code')
}

function checkPhone(phone: string | null): Check {
  const verdict = phone === null ? 'fine' : phoneVerdict(phone)
  if (verdict === 'wrong') return fault('phone', 'cases/bad-phone')
  return verdict === 'fine' ? FINE : warning('cases/unknown-phone-prefix')
}

function checkEmail(email: string | null): Check {
  return email === null || isEmail(email) ? FINE : fault('email', 'cases/bad-email')
}

/** A party out of the text behind the square on an identity card, with the old card's number; null when it is something else. */
export type CardHolder = {
  readonly party: PartyValues
  readonly oldIdentityNumber: string | null
  readonly issuedOn: Day | null
}

/**
 * number | old number | name | born ddMMyyyy | gender | address | issued ddMMyyyy. Cards of later years may have more fields, which are
 * left aside.
 */
export function partyFromCardText(text: string): CardHolder | null {
  const fields = text
    .normalize('NFC')
    .trim()
    .split('|')
    .map((field) => field.trim())
  const [number = '', oldNumber = '', name = '', born = '', gender = '', address = '', issued = ''] = fields
  const read = readIdentifier(number)
  if (fields.length < 7 || read === null || name === '') return null
  return {
    party: {
      kind: 'person',
      name,
      identityNumber: number,
      taxCode: null,
      // Some cards know the year alone: left open.
      bornOn: cardDay(born),
      gender: genderOf(gender),
      phone: null,
      email: null,
      address: address === '' ? null : address,
    },
    oldIdentityNumber: /^\d{9}$/.test(oldNumber) ? oldNumber : null,
    issuedOn: cardDay(issued),
  }
}

function cardDay(text: string): Day | null {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? []
  const made = `${year}-${month}-${day}`
  return isDay(made) ? made : null
}

function genderOf(text: string): Gender | null {
  const word = text.toLowerCase()
  if (word === 'nam') return 'male'
  return word === 'nữ' ? 'female' : null
}
