import type { Schedule } from '#server/events.ts'
import { IDLE_MS } from '../sign-in.ts'
import { forgetSignIns, openSignIn } from '../store/citizens.ts'
import { forgetFailedSearchesBefore } from '../store/finding.ts'
import { forgetProviderFlows } from '../store/identities.ts'

const KEPT_MS = 90 * 86_400_000

/** Every hour: forgets what nobody searched for in ninety days, and sign-ins that ran out. */
export const tidy: Schedule = {
  name: 'portal.tidy',
  everySeconds: 3600,
  async run({ tx, now }) {
    await forgetFailedSearchesBefore(tx, new Date(now.getTime() - KEPT_MS))
    await openSignIn(tx)
    await forgetSignIns(tx, now, new Date(now.getTime() - IDLE_MS))
    await forgetProviderFlows(tx, now)
  },
}
