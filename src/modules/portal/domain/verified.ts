import { type Day, isDay } from '#kernel/calendar.ts'
import { readIdentifier } from '#kernel/person-numbers.ts'
import { type ContactChannel, contactOf } from './contact.ts'

/** What a provider of identities vouches for of a citizen; what it does not say is null. */
export type Verified = {
  readonly name: string | null
  readonly identityNumber: string | null
  readonly bornOn: Day | null
}

type Claims = Readonly<Record<string, unknown>>

/** Out of the claims; `numberClaim` is what this provider calls the number of a person. What is not of the right form is not believed. */
export function verifiedOf(claims: Claims, numberClaim: string): Verified {
  const name = textOf(claims.name)?.normalize('NFC')
  const number = textOf(claims[numberClaim])
  const born = textOf(claims.birthdate)
  return {
    name: name && name.length <= 200 && /^[^\p{C}]+$/u.test(name) ? name : null,
    identityNumber: number && readIdentifier(number) ? number : null,
    bornOn: born && isDay(born) ? born : null,
  }
}

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
