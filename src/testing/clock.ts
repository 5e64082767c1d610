import { dayAt, numberFromDay } from '#kernel/calendar.ts'
import { DAY_MINUTES, minuteOfClock, officeMinute } from '#kernel/work-time/clock.ts'

const [LATEST, MORNING] = ['22:30', '09:00'].map(minuteOfClock) as [number, number]

/**
 * How many minutes ahead of the machine's clock a run of journeys lives: late in the evening it is the next morning, so that a walk never
 * meets the end of a day. `at` says another hour (`23:55`), to see how journeys take it.
 */
export function minutesAhead(now: Date, at?: string): number {
  const minute = officeMinute(now) - numberFromDay(dayAt(now)) * DAY_MINUTES
  if (at === undefined && minute <= LATEST) return 0
  const wanted = at === undefined ? MORNING : minuteOfClock(at)
  return (wanted - minute + DAY_MINUTES) % DAY_MINUTES
}

/** From here on this process lives so far ahead. What was said of an instant that is named stays as it is. */
export function putClockAhead(milliseconds: number): void {
  if (milliseconds === 0) return
  globalThis.Date = new Proxy(Date, {
    construct: (real, given: unknown[], asked) =>
      Reflect.construct(real, given.length === 0 ? [real.now() + milliseconds] : given, asked) as Date,
    get: (real, name, receiver) =>
      name === 'now' ? () => real.now() + milliseconds : (Reflect.get(real, name, receiver) as unknown),
  })
}
