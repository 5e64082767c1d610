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
import { doubt, type FormContext, type Trouble, trouble } from './answer.ts'
import { type Column, type Field, mostOf } from './definition.ts'

/** The value that is kept, null when there is none or it cannot be kept; and what is to be said of it. */
export type Checked<Value> = { readonly value: Value | null; readonly troubles: readonly Trouble[] }

export const nothing: Checked<never> = { value: null, troubles: [] }
export const refused = (path: string, code: string, values: Trouble['values'] = {}): Checked<never> => ({
  value: null,
  troubles: [trouble(path, code, values)],
})
export const kept = <Value>(value: Value, troubles: readonly Trouble[] = []): Checked<Value> => ({ value, troubles })

type Asked = Pick<Field | Column, 'kind' | 'least' | 'most' | 'mask' | 'past' | 'future' | 'choices'>

const UNSTORABLE = /[\p{Cc}\p{Cs}]/u
/** Line breaks and tabs may stand in a paragraph. */
const UNSTORABLE_IN_LINES = /[^\P{Cc}\n\t]|\p{Cs}/u

/** A text that was answered, in one form; every pattern here reads each letter once. */
export function checkText(asked: Asked, raw: unknown, path: string, context: FormContext): Checked<string> {
  if (typeof raw !== 'string') return refused(path, 'forms/wrong-type')
  const most = mostOf(asked)
  // Before anything is done with it: what is far too long is not even tidied.
  if (raw.length > most * 4) return refused(path, 'forms/too-long', { most })
  const isLines = asked.kind === 'paragraph'
  const text = raw.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if (text === '') return nothing
  if (text.length > most) return refused(path, 'forms/too-long', { most })
  if ((isLines ? UNSTORABLE_IN_LINES : UNSTORABLE).test(text)) return refused(path, 'forms/unstorable')
  if (asked.least !== null && (isLines || asked.kind === 'text') && text.length < asked.least)
    return refused(path, 'forms/too-short', { least: asked.least })
  return checkKind(asked, text, path, context)
}

function checkKind(asked: Asked, text: string, path: string, context: FormContext): Checked<string> {
  const kind: string = asked.kind
  switch (kind) {
    case 'person-name':
      return checkName(text, path)
    case 'identity-number':
      return checkIdentity(normalIdentityNumber(text), path)
    case 'tax-code': {
      const code = normalTaxCode(text)
      return isTaxpayerCode(code) ? kept(code) : refused(path, 'forms/bad-tax-code')
    }
    case 'phone': {
      const phone = normalPhone(text)
      const verdict = phoneVerdict(phone)
      if (verdict === 'wrong') return refused(path, 'forms/bad-phone')
      return kept(phone, verdict === 'doubtful' ? [doubt(path, 'forms/unknown-phone-prefix')] : [])
    }
    case 'email':
      return isEmail(text) ? kept(text.toLowerCase()) : refused(path, 'forms/bad-email')
    case 'code':
      return checkMask(asked.mask, text, path)
    case 'day':
      return isDay(text) ? within(asked, text, path, context) : refused(path, 'platform/not-a-day')
    case 'time':
      return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? kept(text) : refused(path, 'forms/bad-time')
    case 'gender':
      return ['male', 'female', 'other'].includes(text) ? kept(text) : refused(path, 'platform/not-a-choice')
    case 'choice':
      return asked.choices.some(({ value }) => value === text) ? kept(text) : refused(path, 'platform/not-a-choice')
    default:
      return kept(text)
  }
}

function within(asked: Asked, day: string, path: string, { today }: FormContext): Checked<string> {
  if (asked.past && day > today) return refused(path, 'forms/in-future')
  return asked.future && day < today ? refused(path, 'forms/in-past') : kept(day)
}

/** A name as it stands on an identity card: letters of any script, spaces, and the marks that names have. */
function checkName(text: string, path: string): Checked<string> {
  const name = text.split(' ').filter(Boolean).join(' ')
  return /^[\p{L}\p{M} .'’-]+$/u.test(name) && /\p{L}/u.test(name) ? kept(name) : refused(path, 'forms/bad-person-name')
}

function checkIdentity(number: string, path: string): Checked<string> {
  switch (identityPaper(number)) {
    case null:
      return refused(path, 'forms/bad-identity-number')
    case 'old-card':
      return kept(number, [doubt(path, 'forms/old-identity-card')])
    case 'passport':
      return kept(number)
    case 'identifier':
      return kept(
        number,
        readIdentifier(number)?.province === null ? [doubt(path, 'forms/unknown-birth-province')] : [],
      )
  }
}

const PLACES: Readonly<Record<string, RegExp>> = { '0': /^\d$/, A: /^[A-Z]$/, '*': /^[A-Z0-9]$/ }

/** A code of the shape of its mask; small letters are made large where the shape wants letters. */
function checkMask(mask: string, text: string, path: string): Checked<string> {
  if (mask === '') return kept(text)
  const code = text.toUpperCase()
  const fits =
    code.length === mask.length &&
    mask.split('').every((sign, at) => PLACES[sign]?.test(code[at] ?? '') ?? sign === code[at])
  return fits ? kept(code) : refused(path, 'forms/bad-mask', { mask })
}
