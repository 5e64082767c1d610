import { Problem } from '#kernel/problem.ts'
import type { Actor, Context } from '#server/operation.ts'
import { typed } from './domain/code.ts'
import { hashOfText, isSecretFor } from './secrets.ts'
import { type AppointmentRow, findAppointmentForUpdate, findByCode, openPublic } from './store/appointments.ts'
import { countWrongTries, keepTry } from './store/look-ups.ts'

/** Wrong tries for one code in an hour, from wherever they come. A secret has 387 million forms. */
const MOST_WRONG = 20
const HOUR_MS = 3_600_000

type Key = { readonly code: string; readonly secret: string }

/** The appointment that code and secret open. A wrong code and a wrong secret get the same answer, after the same work. */
export async function requireByKey({ tx, now, defer }: Context<Actor | null>, key: Key): Promise<AppointmentRow> {
  const code = typed(key.code)
  const codeHash = hashOfText(code)
  await openPublic(tx)
  const wrong = await countWrongTries(tx, codeHash, new Date(now.getTime() - HOUR_MS))
  const row = await findByCode(tx, code)
  const fits = isSecretFor(row?.id ?? codeHash, key.secret)
  const found = wrong < MOST_WRONG && fits && row !== undefined
  defer((after) => keepTry(after, { codeHash, found, at: now }))
  if (wrong >= MOST_WRONG) throw new Problem('too-many-requests', 'appointments/look-up-closed')
  if (!found) throw new Problem('not-found', 'appointments/unknown')
  return row
}

/** The same, locked and still to come. */
export async function requireOpenByKey(context: Context<Actor | null>, key: Key): Promise<AppointmentRow> {
  const { id } = await requireByKey(context, key)
  const row = await findAppointmentForUpdate(context.tx, id)
  if (row?.state !== 'booked') throw new Problem('conflict', 'appointments/over')
  return row
}
