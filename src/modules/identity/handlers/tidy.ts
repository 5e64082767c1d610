import type { Schedule } from '#server/events.ts'
import { deleteExpired } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'

const YEAR_MS = 366 * 86_400_000

/** Removes what has run out. Records of sign-ins are kept for a year (at level 3 the law asks for three months). */
export const tidy: Schedule = {
  name: 'identity.tidy',
  everySeconds: 3600,
  async run({ tx, now }) {
    await openCredentials(tx)
    await deleteExpired(tx, now, new Date(now.getTime() - YEAR_MS))
  },
}
