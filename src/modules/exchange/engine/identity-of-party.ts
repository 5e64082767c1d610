import type { IdentityKind } from '../domain/profile.ts'

type Numbers = { readonly identityNumber: string | null; readonly taxCode: string | null }

/** By which number a party is known, and of what kind it is. */
export function identityOf({ identityNumber, taxCode }: Numbers): { kind: IdentityKind; number: string } | null {
  if (identityNumber === null) return taxCode === null ? null : { kind: 'tax', number: taxCode }
  if (/^\d{9}$/.test(identityNumber)) return { kind: 'old-card', number: identityNumber }
  return { kind: /^\d{12}$/.test(identityNumber) ? 'citizen' : 'passport', number: identityNumber }
}
