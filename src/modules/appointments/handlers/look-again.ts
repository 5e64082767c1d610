import { dayAt } from '#kernel/calendar.ts'
import type { Handler, HandlerContext, Schedule } from '#server/events.ts'
import { countAppointment, countTicket } from '../counting.ts'
import { lookAgain } from '../looking-again.ts'
import { eraseOld, markMissed } from '../store/appointments.ts'
import { forgetPairings } from '../store/devices.ts'
import { forgetTries } from '../store/look-ups.ts'
import { markLeft } from '../store/tickets.ts'

const run = (context: HandlerContext) => lookAgain(context)

/** A holiday was decided, or working hours changed: appointments that fell on it are found at once. */
export const afterCalendarChange: Handler = {
  name: 'appointments.after-calendar-change',
  on: 'calendar.changed',
  run,
}

/** Units were merged or ended. */
export const afterUnitChange: Handler = { name: 'appointments.after-unit-change', on: 'organisation.unit-changed', run }

const TRIES_KEPT_MS = 90 * 86_400_000

/** Every hour: what no event tells; appointments nobody came to, numbers nobody was called for; what was promised to be erased. */
export const tidy: Schedule = {
  name: 'appointments.tidy',
  everySeconds: 3600,
  async run(context) {
    const { tx, now } = context
    await lookAgain(context)
    for (const row of await markMissed(tx, dayAt(now), now)) await countAppointment(context, row)
    for (const row of await markLeft(tx, dayAt(now), now)) await countTicket(context, row)
    await eraseOld(tx, dayAt(now))
    await forgetPairings(tx, now)
    await forgetTries(tx, new Date(now.getTime() - TRIES_KEPT_MS))
  },
}
