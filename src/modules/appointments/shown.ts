import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { findDesk, wayOut } from '#modules/cases/index.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { maskedAddress } from '#modules/portal/index.ts'
import type { Tx } from '#server/db.ts'
import type { Appointment, AppointmentRow as ListedRow, Opened } from './contract.ts'
import { shownCode } from './domain/code.ts'
import { calendarToken, secretFor, unsealText } from './secrets.ts'
import { findOpening, freeDays } from './slots.ts'
import type { AppointmentRow } from './store/appointments.ts'

/** The appointment as whoever may open it sees it. */
export async function shown(tx: Tx, row: AppointmentRow): Promise<z.input<typeof Appointment>> {
  const opening = await findOpening(tx, row.unitId, row.day)
  return {
    id: row.id,
    code: shownCode(row.code),
    state: row.state,
    affected: row.affected,
    unit: {
      id: row.unitId,
      name: await unitName(tx, row.unitId),
      desk: (await findDesk(tx, row.unitId)) ?? null,
    },
    procedureName: row.procedureName,
    day: row.day,
    at: row.at,
    minutes: row.minutes,
    graceMinutes: opening?.graceMinutes ?? 0,
    eraseOn: row.eraseOn,
    calendarToken: calendarToken(row.id),
    isTold: wayOut(row.channel) === 'real',
  }
}

/** The same with its secret, and the slots to which it may be moved while it is still to come. */
export async function opened(tx: Tx, row: AppointmentRow, now: Date): Promise<z.input<typeof Opened>> {
  const appointment = await shown(tx, row)
  const opening = row.state === 'booked' ? await findOpening(tx, row.unitId, dayAt(now)) : null
  const days = opening === null ? [] : await freeDays(tx, row.unitId, opening, now)
  const free = days.map(({ day, slots }) => ({
    day,
    slots: slots.filter((slot) => slot.free > 0).map(({ at }) => at),
  }))
  return { appointment, secret: secretFor(row.id), free: free.filter(({ slots }) => slots.length > 0) }
}

/** The last name the unit had: an appointment may outlive it. */
export async function unitName(tx: Tx, unitId: string): Promise<string> {
  const { byUnit } = await loadStructure(tx)
  return byUnit.get(unitId)?.at(-1)?.name ?? ''
}

/** The appointment as officials see it, with who comes while that is kept. */
export async function listedRow(tx: Tx, row: AppointmentRow): Promise<z.input<typeof ListedRow>> {
  const { id, day, at, minutes, state, affected, unitId, procedureName, bookedAt, channel } = row
  const address = row.contactSealed === null ? null : unsealText(row.contactSealed, id)
  return {
    id,
    day,
    at,
    minutes,
    state,
    affected,
    unitId,
    procedureName,
    code: shownCode(row.code),
    unitName: await unitName(tx, unitId),
    name: row.nameSealed === null ? null : unsealText(row.nameSealed, id),
    // Whoever has to call somebody reads a number in full; a mail address is written to by the platform.
    contact: address === null ? null : channel === 'sms' ? `0${address.slice(2)}` : maskedAddress({ channel, address }),
    bookedAt: bookedAt.toISOString(),
  }
}
