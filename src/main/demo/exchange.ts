import { addDays, dayAt } from '#kernel/calendar.ts'
import type { Connection } from '#modules/exchange/contract.ts'
import type { DemoDeps } from './deps.ts'

/** So many days of acts are told to the simulated portal when the platform starts. */
const DAYS = 3

/** Connects the demonstration with the simulation of the national portal. Does nothing when somebody has set a connection. */
export async function loadExchangeDemo({ perform, settle }: DemoDeps): Promise<void> {
  const { version, profile } = await perform<Connection>('exchange.get-connection', {})
  if (version > 0) return
  // What happened before there was a connection is told day by day, as an installation would do it.
  await settle()
  await perform('exchange.set-connection', { kind: 'stand-in', agency: 'H29', profile, version })
  const today = dayAt(new Date())
  for (let ago = DAYS - 1; ago >= 0; ago--) await perform('exchange.replay-day', { day: addDays(today, -ago) })
}
