import { dayAt } from '#kernel/calendar.ts'
import type { Actor } from '#server/actor.ts'
import { covers } from '#server/actor.ts'
import type { Context } from '#server/operation.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { idleLockMs, type SessionState } from '../domain/session.ts'
import { findAccount } from '../store/accounts.ts'
import { findPassword, listPasskeys } from '../store/credentials.ts'
import { listActiveProviders } from '../store/providers.ts'
import { listEmergencies } from '../store/rights.ts'
import { getSettings, listDemonstration } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'
import { unitNamesOn } from '../units.ts'

const STATES: Record<string, SessionState> = {
  'identity/locked': 'locked',
  'identity/must-change-password': 'must-change-password',
  'identity/must-enrol': 'must-enrol',
}

/** Who is signed in and what the pages need to know of it; for nobody, the ways in. */
export const currentSession = operation(contract.currentSession, async (context) => {
  await openCredentials(context.tx)
  const { actor } = context
  return actor && actor.kind !== 'citizen' ? signedIn(context, actor) : nobody(context)
})

async function nobody({ tx }: Context<Actor | null>): Promise<contract.CurrentSession> {
  const demonstration = await listDemonstration(tx)
  return {
    state: 'anonymous',
    account: null,
    permissions: [],
    idleLockSeconds: null,
    breakGlass: [],
    unlockBy: [],
    providers: await listActiveProviders(tx),
    demonstration: demonstration.map(({ signInName, labelVi, labelEn, password, totpSecret }) => ({
      name: signInName,
      label: { vi: labelVi, en: labelEn },
      password,
      totpSecret,
    })),
  }
}

async function signedIn({ tx, now }: Context<Actor | null>, actor: Actor): Promise<contract.CurrentSession> {
  const account = await findAccount(tx, actor.id)
  const nameOf = await unitNamesOn(tx, dayAt(now))
  const emergencies = await listEmergencies(tx, { openAt: now, limit: 20 })
  const oversees = actor.grants.some(({ permission }) => covers(permission, 'identity:read'))
  const password = await findPassword(tx, actor.id)
  const passkeys = await listPasskeys(tx, actor.id)
  const kind = account?.kind ?? 'service'
  return {
    state: STATES[actor.restricted ?? ''] ?? 'signed-in',
    account: {
      id: actor.id,
      name: actor.name,
      unitId: account?.unitId ?? null,
      unitName: nameOf(account?.unitId ?? null),
      kind,
    },
    permissions: [...new Set(actor.grants.map(({ permission }) => permission))].toSorted(),
    idleLockSeconds: actor.sessionId === null ? null : idleLockMs(kind, await getSettings(tx)) / 1000,
    breakGlass: emergencies
      .filter(({ accountId }) => oversees || accountId === actor.id)
      .map((one) => ({
        id: one.id,
        accountName: one.accountName,
        endsAt: one.endsAt.toISOString(),
        own: one.accountId === actor.id,
      })),
    unlockBy: [...(password ? (['password'] as const) : []), ...(passkeys.length > 0 ? (['passkey'] as const) : [])],
    providers: [],
    demonstration: [],
  }
}
