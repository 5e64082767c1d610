import type { Schedule } from '#server/events.ts'
import { ACCOUNTS_TOPIC } from '../contract.ts'
import { listUnused, updateAccount } from '../store/accounts.ts'
import { endSessionsOf, revokeTokensOf } from '../store/sessions.ts'
import { getSettings } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'

const DAY_MS = 86_400_000

/** Disables accounts that nobody used for as long as is set. Legal basis: tcvn-14423, level 3, accounts. */
export const disableUnused: Schedule = {
  name: 'identity.disable-unused',
  everySeconds: 3600,
  async run({ tx, now, emit, announce }) {
    await openCredentials(tx)
    const days = (await getSettings(tx))['disuse-days']
    const unused = await listUnused(tx, new Date(now.getTime() - days * DAY_MS))
    for (const { id } of unused) {
      const reason = `${days} ngày không sử dụng`
      await updateAccount(tx, id, { status: 'disabled', statusReason: reason })
      await endSessionsOf(tx, { accountId: id, reason: 'disabled', now })
      await revokeTokensOf(tx, id, now)
      await emit('identity.account-disabled', { accountId: id, reason })
    }
    if (unused.length > 0) await announce(ACCOUNTS_TOPIC)
  },
}
