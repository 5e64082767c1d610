import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#server/db.ts'
import type { Context } from '#server/operation.ts'
import { hashPassword, isPassword } from './credentials/password-hash.ts'
import { newTemporaryPassword } from './credentials/token.ts'
import { passwordFaults } from './domain/password.ts'
import { isPrivileged, needsSecondFactor } from './domain/session.ts'
import type { Settings } from './domain/settings.ts'
import { getFactors, listPasswordHistory, savePassword } from './store/credentials.ts'
import { getSettings } from './store/sign-in.ts'
import type { AccountRow } from './store/tables.ts'

type Wish = {
  readonly account: AccountRow
  readonly settings: Settings
  readonly password: string
  readonly now: Date
}

/** Sets the password a person wished for; throws `rule-broken` with every fault it has. */
export async function setNewPassword(tx: Tx, { account, settings, password, now }: Wish): Promise<void> {
  const factors = await getFactors(tx, account.id)
  const faults = passwordFaults({
    password,
    ownWords: [account.signInName, account.displayName, account.email ?? ''],
    secondFactor: factors.totp || factors.passkeys > 0 || needsSecondFactor(account.kind, settings),
    lengthWithSecondFactor: settings['password-length-with-second-factor'],
    lengthAlone: settings['password-length-alone'],
  })
  const history = isPrivileged(account.kind) ? settings['password-history'] : 1
  if (faults.length === 0 && (await wasUsed(tx, { account, settings, password, now }, history))) {
    faults.push({ code: 'identity/password-used-before', values: { history } })
  }
  if (faults.length > 0) {
    throw new Problem('rule-broken', 'identity/password-refused', 'The new password will not do.', {
      errors: faults.map(({ code, values }) => ({ path: 'wanted', code, message: code, ...(values && { values }) })),
    })
  }
  await savePassword(tx, {
    accountId: account.id,
    hash: await hashPassword(password, settings),
    changedAt: now,
    mustChange: false,
  })
}

async function wasUsed(tx: Tx, { account, settings, password }: Wish, history: number): Promise<boolean> {
  for (const hash of await listPasswordHistory(tx, account.id, history)) {
    if (await isPassword(hash, password, settings)) return true
  }
  return false
}

/** Gives an account a password that has to be changed at the next sign-in. */
export async function giveTemporaryPassword({ tx, now }: Context, accountId: string): Promise<string> {
  const password = newTemporaryPassword()
  const hash = await hashPassword(password, await getSettings(tx))
  await savePassword(tx, { accountId, hash, changedAt: now, mustChange: true })
  return password
}
