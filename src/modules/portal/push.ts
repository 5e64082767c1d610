import { createHmac } from 'node:crypto'
import type { Context } from '#server/operation.ts'
import { keyFor } from '#server/secrets.ts'
import { keepConsent } from './consents.ts'
import { listDevices } from './store/push.ts'

/** By what a browser is found again: where it is stands nowhere in clear. */
export const hashOfEndpoint = (endpoint: string): string =>
  createHmac('sha256', keyFor('portal.push')).update(endpoint).digest('hex')

/** That the citizen agreed to be told by their browsers, or took it back: who, when, in which words. */
export async function keepPushConsent(context: Context, given: boolean, language: 'vi' | 'en'): Promise<void> {
  await keepConsent(context, { purpose: 'push', draftId: null, given }, language)
}

/** The browsers of the citizen who acts, as they see them. */
export async function devicesOf({ tx, actor }: Context) {
  const rows = await listDevices(tx, actor.id)
  return rows.map(({ id, simulated, madeAt }) => ({ id, simulated, madeAt }))
}
