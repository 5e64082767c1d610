import { giveDemonstrationSignIn } from '#modules/identity/index.ts'
import type { Db } from '#server/db.ts'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET, demoAccounts, demoRoles } from './identity-accounts.ts'

/** The database, and a way to carry out an operation by its id. */
type Deps = { readonly db: Db; perform<T = unknown>(operationId: string, input: unknown): Promise<T> }
type Place = (typeof demoAccounts)[number]['home']

/** Creates the demonstration's roles and sign-ins through the operations. Does nothing when they are there. */
export async function loadIdentityDemo(deps: Deps): Promise<void> {
  const { total } = await deps.perform<{ total: number }>('identity.list-accounts', { limit: 1 })
  if (total > 0) return
  for (const role of demoRoles) await deps.perform('identity.save-role', { ...role, version: null })
  const unitAt = unitFinder(deps)
  for (const [place, account] of demoAccounts.entries()) {
    const { accountId } = await deps.perform<{ accountId: string }>('identity.create-account', {
      signInName: account.name,
      displayName: account.displayName,
      kind: account.kind,
      officialId: account.official === null ? null : await officialId(deps, account.official),
      unitId: await unitAt(account.home),
    })
    for (const { role, at } of account.roles) {
      for (const where of at) {
        await deps.perform('identity.assign-role', {
          accountId,
          roleCode: role,
          unitId: await unitAt(where),
          validFrom: '2026-01-01',
          reason: 'Dữ liệu minh họa',
        })
      }
    }
    await giveDemonstrationSignIn(deps.db, {
      accountId,
      place,
      label: account.label,
      password: DEMO_PASSWORD,
      totpSecret: account.secondFactor ? DEMO_TOTP_SECRET : null,
      mustChange: account.mustChange ?? false,
    })
  }
}

/** The demonstration sign-ins as lines for the terminal. */
export function demoSignInLines(): string[] {
  const width = Math.max(...demoAccounts.map(({ name }) => name.length))
  return [
    `Mật khẩu chung / one password for all: ${DEMO_PASSWORD}`,
    ...demoAccounts.map(({ name, label, secondFactor }) =>
      [`  ${name.padEnd(width)}  ${label.vi} / ${label.en}`, secondFactor ? `  · TOTP: ${DEMO_TOTP_SECRET}` : ''].join(
        '',
      ),
    ),
  ]
}

function unitFinder(deps: Deps): (place: Place) => Promise<string | null> {
  const known = new Map<string, string>()
  return async (place) => {
    if (place === null) return null
    const key = JSON.stringify(place)
    const found = known.get(key) ?? (await findUnit(deps, place))
    known.set(key, found)
    return found
  }
}

async function findUnit(deps: Deps, place: NonNullable<Place>): Promise<string> {
  const wanted = 'code' in place ? { code: place.code } : { search: place.name }
  const { units } = await deps.perform<{ units: { unitId: string }[] }>('organisation.list-units', {
    ...wanted,
    day: place.day,
    limit: 1,
  })
  const [unit] = units
  if (!unit) throw new Error(`The demonstration has no unit ${JSON.stringify(place)}.`)
  return unit.unitId
}

async function officialId(deps: Deps, name: string): Promise<string> {
  const { officials } = await deps.perform<{ officials: { id: string; name: string }[] }>(
    'organisation.list-officials',
    {
      search: name,
      limit: 5,
    },
  )
  const official = officials.find((one) => one.name === name)
  if (!official) throw new Error(`The demonstration has no official ${name}.`)
  return official.id
}
