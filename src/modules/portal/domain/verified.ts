import { type Day, isDay } from '#kernel/calendar.ts'
import { readIdentifier } from '#kernel/person-numbers.ts'
import { type ContactChannel, contactOf } from './contact.ts'

/** What a provider of identities vouches for of a citizen; what it does not say is null. */
export type Verified = {
  readonly name: string | null
  readonly identityNumber: string | null
  readonly bornOn: Day | null
  readonly address: string | null
}

export const NOTHING_VERIFIED: Verified = { name: null, identityNumber: null, bornOn: null, address: null }

type Claims = Readonly<Record<string, unknown>>

/** Out of the claims; `numberClaim` is what this provider calls the number of a person. What is not of the right form is not believed. */
export function verifiedOf(claims: Claims, numberClaim: string): Verified {
  const number = textOf(claims[numberClaim])
  const born = textOf(claims.birthdate)
  return {
    name: plainText(claims.name),
    identityNumber: number && readIdentifier(number) ? number : null,
    bornOn: born && isDay(born) ? born : null,
    address: plainText(formattedAddress(claims.address)),
  }
}

/** A line without control characters, short enough to be a name or an address. */
function plainText(claim: unknown): string | null {
  const text = textOf(claim)
    ?.normalize('NFC')
    .replaceAll(/\s*[\r\n]+\s*/g, ', ')
  return text && text.length <= 200 && /^[^\p{C}]+$/u.test(text) ? text : null
}

/** The standard has an object with the whole address as one text; some providers say the text alone. */
const formattedAddress = (claim: unknown): unknown =>
  typeof claim === 'object' && claim !== null && 'formatted' in claim ? claim.formatted : claim

/** A number of which only the end can be read: enough to see that it is one's own. */
export const maskedNumber = (number: string): string =>
  `${'•'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`

/** The addresses that the provider itself has verified; what it only repeats proves nothing. */
export function verifiedContacts(
  claims: Claims,
): readonly { readonly channel: ContactChannel; readonly address: string }[] {
  const said = [
    claims.email_verified === true ? textOf(claims.email) : undefined,
    claims.phone_number_verified === true ? textOf(claims.phone_number) : undefined,
  ]
  return said.flatMap((text) => {
    const contact = text === undefined ? null : contactOf(text)
    return contact ? [contact] : []
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
