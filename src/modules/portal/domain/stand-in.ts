/** How the stand-in of the provider of identities behaves. */
export const MOODS = ['well', 'slow', 'refuses', 'wrong-signature', 'wrong-nonce', 'expired', 'down'] as const
export type Mood = (typeof MOODS)[number]

/** A person whom the stand-in vouches for, in the claims of OpenID Connect. All are invented. */
export type StandInPerson = {
  readonly sub: string
  readonly name: string
  readonly birthdate?: string
  readonly identity_number?: string
  readonly address?: { readonly formatted: string }
  readonly email?: string
  readonly email_verified?: boolean
}

export const PEOPLE: readonly StandInPerson[] = [
  {
    sub: 'mo-phong-1',
    name: 'Nguyễn Thị Mô Phỏng',
    birthdate: '1990-02-28',
    identity_number: '077190000012',
    address: { formatted: 'Số 1 đường Mô Phỏng, khu phố 2' },
    email: 'mo.phong@example.vn',
    email_verified: true,
  },
  {
    sub: 'mo-phong-2',
    name: 'Trần Văn Thử Nghiệm',
    birthdate: '1985-11-20',
    identity_number: '077085000034',
    address: { formatted: 'Số 25/3 đường Thử Nghiệm, khu phố 7' },
  },
  { sub: 'mo-phong-3', name: 'Lê Thị Ví Dụ', birthdate: '1950-01-05', identity_number: '077150000056' },
  // Vouched for by name alone, as of an account of the first level.
  { sub: 'mo-phong-4', name: 'Phạm Giả Định' },
]

type Claims = Readonly<Record<string, unknown>>

/** What a client that asked for these scopes is told of a person. */
export function claimsFor({ sub, ...person }: StandInPerson, scopes: readonly string[]): Claims & { sub: string } {
  const told = (Object.entries(CLAIMS_OF_SCOPE) as [string, readonly string[]][]).flatMap(([scope, claims]) =>
    scopes.includes(scope) ? claims : [],
  )
  return { sub, ...Object.fromEntries(Object.entries(person).filter(([claim]) => told.includes(claim))) }
}

const CLAIMS_OF_SCOPE = {
  profile: ['name', 'birthdate', 'identity_number'],
  email: ['email', 'email_verified'],
  address: ['address'],
} as const satisfies Readonly<Record<string, readonly (keyof StandInPerson)[]>>

type Times = { readonly issuer: string; readonly clientId: string; readonly nonce: string; readonly nowS: number }

/** What an ID token says in a mood, and whose key signs it. */
export function tokenIn(
  mood: Mood,
  { issuer, clientId, nonce, nowS }: Times,
): { readonly claims: Claims; readonly signedBy: 'itself' | 'stranger' } {
  const iat = mood === 'expired' ? nowS - 7200 : nowS
  return {
    claims: {
      iss: issuer,
      aud: clientId,
      iat,
      exp: iat + 300,
      nonce: mood === 'wrong-nonce' ? `${nonce}-khac` : nonce,
    },
    signedBy: mood === 'wrong-signature' ? 'stranger' : 'itself',
  }
}
