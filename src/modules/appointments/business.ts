import type { Day } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findInForce } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'

/** What somebody comes for; null is anything. Throws when there is no such procedure in force. */
export async function businessOf(tx: Tx, code: string | undefined, day: Day) {
  if (code === undefined) return null
  const version = await findInForce(tx, code, day)
  if (!version) throw new Problem('not-found', 'appointments/unknown-procedure')
  const { name, fieldCode, levels } = version.content
  return { code, name: { vi: name.vi, en: name.en }, fieldCode, levels: levels as readonly string[] }
}
