import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { isPrivileged, needsSecondFactor } from '../domain/session.ts'
import { ownSession } from '../own-session.ts'
import { sessionsShown, signInsShown, tokensShown } from '../shown.ts'
import { countRecoveryCodes, findPassword, findTotp, listPasskeys } from '../store/credentials.ts'
import { listActiveProviders, listLinks } from '../store/providers.ts'

const DAY_MS = 86_400_000

/** Everything that protects one's own account. */
export const ownSecurity = operation(contract.ownSecurity, async (context) => {
  const { tx, now } = context
  const { account, sessionId, settings } = await ownSession(context)
  const password = await findPassword(tx, account.id)
  const totp = await findTotp(tx, account.id)
  const passkeys = await listPasskeys(tx, account.id)
  const links = await listLinks(tx, account.id)
  const protectedTwice = needsSecondFactor(account.kind, settings) || totp?.confirmedAt != null || passkeys.length > 0
  const days = settings[isPrivileged(account.kind) ? 'password-days-administrator' : 'password-days']
  return {
    signInName: account.signInName,
    secondFactorNeeded: needsSecondFactor(account.kind, settings),
    password: password
      ? {
          changedAt: password.changedAt.toISOString(),
          staleAt: days > 0 ? new Date(password.changedAt.getTime() + days * DAY_MS).toISOString() : null,
        }
      : null,
    newPassword: {
      length: settings[protectedTwice ? 'password-length-with-second-factor' : 'password-length-alone'],
      fourClasses: !protectedTwice,
      history: isPrivileged(account.kind) ? settings['password-history'] : 1,
    },
    totpSince: totp?.confirmedAt?.toISOString() ?? null,
    recoveryCodesLeft: await countRecoveryCodes(tx, account.id),
    passkeys: passkeys.map(({ id, label, backedUp, createdAt, lastUsedAt }) => ({
      id,
      label,
      backedUp,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    providers: (await listActiveProviders(tx)).map(({ id, name }) => ({
      id,
      name,
      linkedAt: links.find(({ providerId }) => providerId === id)?.linkedAt.toISOString() ?? null,
    })),
    sessions: await sessionsShown(tx, account, { now, settings, currentId: sessionId }),
    tokens: await tokensShown(tx, account.id, now),
    longestTokenDays: settings['token-days'],
    signIns: await signInsShown(tx, account.id),
  }
})
