import type { Db } from '#server/db.ts'
import { getConnection } from '../store/connection.ts'
import { type StandInPortal, standInPortal } from './portal.ts'

let running: StandInPortal | null = null

/** The stand-in of this process; null: there is none. */
export function runningStandIn(): StandInPortal | null {
  return running
}

/** Starts the stand-in of this process, behaving as it was told last. It runs with the demonstration and in tests, and nowhere else. */
export async function startStandIn(db: Db, options: { readonly slowMs?: number } = {}): Promise<StandInPortal> {
  const { mood } = await db.transaction().execute(getConnection)
  running ??= await standInPortal(options)
  running.behave(mood)
  return running
}

export async function stopStandIn(): Promise<void> {
  await running?.close()
  running = null
}
