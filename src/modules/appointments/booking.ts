import { addDays, type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import type { Actor, Context } from '#server/operation.ts'
import { businessOf } from './business.ts'
import { countAppointment } from './counting.ts'
import { CONSENT } from './domain/consent.ts'
import { takes } from './domain/opening.ts'
import { freeNumber } from './domain/openings.ts'
import { hashOfContact, hashOfText, newCode, sealText } from './secrets.ts'
import { findOpening, freeDays } from './slots.ts'
import {
  type AppointmentRow,
  countOfContact,
  findByRequest,
  insertAppointment,
  listTaken,
  lockDay,
  openPublic,
  updateAppointment,
} from './store/appointments.ts'

type Asker = Context<Actor | null>
type Wish = {
  readonly requestKey: string
  readonly procedureCode?: string | undefined
  readonly unitId: string
  readonly day: Day
  readonly at: string
  readonly name: string
  readonly language: 'vi' | 'en'
}
type Person = {
  readonly contact: { readonly channel: 'email' | 'sms'; readonly address: string }
  readonly citizenId: string | null
}

/** Appointments one address may have open, and may have let pass in thirty days, before it is asked to come without one. */
const MOST_OPEN = 3
const MOST_MISSED = 3
const MISSED_DAYS = 30

/** Books the wish. The same form sent again gives the appointment it made. */
export async function book(context: Asker, wish: Wish, { contact, citizenId }: Person): Promise<AppointmentRow> {
  const { tx, now, newId, emit, announce } = context
  await openPublic(tx)
  const before = await findByRequest(tx, wish.requestKey)
  const contactHash = hashOfContact(contact.address)
  if (before) {
    if (before.contactHash === contactHash) return before
    throw new Problem('conflict', 'appointments/already-sent')
  }
  const today = dayAt(now)
  const business = await businessOf(tx, wish.procedureCode, today)
  const opening = await findOpening(tx, wish.unitId, today)
  if (opening === null || !takes(opening, business)) throw new Problem('not-found', 'appointments/not-here')
  const { open, missed } = await countOfContact(tx, contactHash, { today, since: addDays(today, -MISSED_DAYS) })
  if (open >= MOST_OPEN) throw new Problem('conflict', 'appointments/too-many', '', { values: { most: MOST_OPEN } })
  if (missed >= MOST_MISSED)
    throw new Problem('conflict', 'appointments/missed-too-often', '', { values: { most: MOST_MISSED } })
  const { keepDays, ...place } = await takePlace(context, wish)
  const id = newId()
  const row: AppointmentRow = {
    id,
    code: newCode(),
    requestKey: wish.requestKey,
    unitId: wish.unitId,
    procedureCode: business?.code ?? null,
    procedureName: business?.name ?? null,
    day: wish.day,
    at: wish.at,
    ...place,
    state: 'booked',
    sequence: 0,
    nameSealed: sealText(wish.name, id),
    contactSealed: sealText(contact.address, id),
    contactHash,
    channel: contact.channel,
    citizenId,
    language: wish.language,
    consentVersion: CONSENT.version,
    consentHash: hashOfText(CONSENT[wish.language](keepDays)),
    eraseOn: addDays(wish.day, keepDays),
    affected: null,
    affectedSince: null,
    cancelledBy: null,
    cancelReason: '',
    bookedAt: now,
    changedAt: now,
  }
  await insertAppointment(tx, row)
  await countAppointment(context, row)
  await emit('appointments.changed', { appointmentId: id, what: 'booked', sequence: 0 })
  await announce('appointments.list')
  return row
}

/** Moves an appointment to another slot of the same unit. */
export async function move(
  context: Asker,
  row: AppointmentRow,
  { day, at }: { readonly day: Day; readonly at: string },
): Promise<AppointmentRow> {
  if (row.day === day && row.at === at && row.affected === null) return row
  const { minutes, place, keepDays } = await takePlace(context, { unitId: row.unitId, day, at })
  const changed = {
    day,
    at,
    minutes,
    place,
    sequence: row.sequence + 1,
    eraseOn: addDays(day, keepDays),
    affected: null,
    affectedSince: null,
    changedAt: context.now,
  }
  await updateAppointment(context.tx, row.id, changed)
  await countAppointment(context, { ...row, ...changed }, 'Đổi lịch hẹn')
  const { sequence } = changed
  await context.emit('appointments.changed', { appointmentId: row.id, what: 'moved', sequence })
  await context.announce('appointments.list')
  return { ...row, ...changed }
}

/** A place in the slot, nobody else's from here to the end of the transaction. Throws when none is left. */
async function takePlace({ tx, now }: Asker, { unitId, day, at }: Pick<Wish, 'unitId' | 'day' | 'at'>) {
  await lockDay(tx, unitId, day)
  const opening = await findOpening(tx, unitId, dayAt(now))
  const days = opening === null ? [] : await freeDays(tx, unitId, opening, now)
  const slot = days.find((one) => one.day === day)?.slots.find((one) => one.at === at)
  if (!slot || opening === null) throw new Problem('conflict', 'appointments/no-such-slot')
  if (slot.free === 0) throw new Problem('conflict', 'appointments/slot-full')
  const held = (await listTaken(tx, unitId, day, day)).filter((one) => one.at === at)
  return { minutes: slot.minutes, place: freeNumber(held.map(({ place }) => place)), keepDays: opening.keepDays }
}

/** Gives the place back. */
export async function cancel(
  context: Asker,
  row: AppointmentRow,
  { by, reason }: { readonly by: 'citizen' | 'office'; readonly reason: string },
): Promise<AppointmentRow> {
  const { tx, now, emit, announce } = context
  const changed = {
    state: 'cancelled' as const,
    cancelledBy: by,
    cancelReason: reason,
    sequence: row.sequence + 1,
    affected: null,
    affectedSince: null,
    changedAt: now,
  }
  await updateAppointment(tx, row.id, changed)
  await countAppointment(context, { ...row, ...changed }, 'Hủy lịch hẹn')
  await emit('appointments.changed', {
    appointmentId: row.id,
    what: by === 'citizen' ? 'cancelled' : 'called-off',
    sequence: changed.sequence,
  })
  await announce('appointments.list')
  return { ...row, ...changed }
}
