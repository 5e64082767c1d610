import { sql } from 'kysely'
import { messageOf } from '#kernel/problem.ts'
import { SYSTEM } from './actor.ts'
import type { Db } from './db.ts'
import { deliverNext, type HandlersByEvent, handlerContext, type Schedule } from './events.ts'
import type { Listener } from './live.ts'
import { setRowScope } from './row-security.ts'

type WorkerOptions = {
  readonly db: Db
  readonly handlers: HandlersByEvent
  readonly schedules: readonly Schedule[]
  readonly listener: Listener
  readonly onError: (thrown: unknown, what: string) => void
}

export type Worker = { stop(): Promise<void> }

const POLL_MS = 1000

/** Delivers events and runs schedules until stopped; any number of workers may run against one database. */
export async function startWorker({ db, handlers, schedules, listener, onError }: WorkerOptions): Promise<Worker> {
  await bookSchedules(db, schedules)
  let stopped = false
  const wakes = new Set<() => void>()
  const wake = () => {
    for (const one of wakes) one()
  }
  const unlisten = listener.onWake(wake)

  const line = async (own: readonly Schedule[], work: () => Promise<boolean>): Promise<void> => {
    while (!stopped) {
      let resume: () => void = () => undefined
      const woken = new Promise<void>((resolve) => {
        resume = resolve
      })
      wakes.add(resume)
      let worked = false
      try {
        worked = await work()
        worked = (await runDueSchedule(db, handlers, own)) || worked
      } catch (thrown) {
        onError(thrown, 'worker')
        await pause(POLL_MS)
      }
      if (!worked && !stopped) await Promise.race([woken, pause(Math.min(POLL_MS, shortest(own)))])
      wakes.delete(resume)
    }
  }
  const outside = schedules.filter((schedule) => schedule.outside === true)
  const inside = schedules.filter((schedule) => schedule.outside !== true)
  const rounds = Promise.all([
    line(inside, () => deliverNext(db, handlers)),
    // Each on a line of its own: an outside system that hangs holds up nobody but itself.
    ...outside.map((schedule) => line([schedule], async () => false)),
  ])

  return {
    async stop() {
      stopped = true
      unlisten()
      wake()
      await rounds
    },
  }
}

/** Lets every due delivery run, then returns how many ran; for tests and for loading the demonstration. */
export async function settle(db: Db, handlers: HandlersByEvent): Promise<number> {
  let count = 0
  while (await deliverNext(db, handlers)) count++
  return count
}

/** Runs one due schedule, or nothing; returns whether there was one. A failure is noted and tried again at its next time. */
export async function runDueSchedule(
  db: Db,
  handlers: HandlersByEvent,
  schedules: readonly Schedule[],
): Promise<boolean> {
  const names = schedules.map(({ name }) => name)
  if (names.length === 0) return false
  const started = Date.now()
  let running: string | undefined
  let failure: unknown
  const ran = await db
    .transaction()
    .execute(async (tx) => {
      const { rows } = await sql<{ name: string }>`
        select name from platform.schedule where next_at <= now() and name = any (${names})
        order by next_at limit 1 for update skip locked`.execute(tx)
      const schedule = schedules.find(({ name }) => name === rows[0]?.name)
      if (!schedule) return false
      running = schedule.name
      await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
      await schedule.run(handlerContext(tx, handlers, new Date()))
      await sql`
        update platform.schedule set last_at = now(), last_ms = ${Date.now() - started}, last_error = null,
          next_at = clock_timestamp() + make_interval(secs => every_seconds)
        where name = ${schedule.name}`.execute(tx)
      return true
    })
    .catch((thrown: unknown) => {
      failure = thrown
      return running !== undefined
    })
  if (failure !== undefined) {
    if (!running) throw failure
    const message = messageOf(failure)
    await sql`
      update platform.schedule set last_error = ${message},
        next_at = clock_timestamp() + make_interval(secs => greatest(every_seconds, 5))
      where name = ${running}`.execute(db)
  }
  return ran
}

async function bookSchedules(db: Db, schedules: readonly Schedule[]): Promise<void> {
  for (const { name, everySeconds } of schedules) {
    await sql`
      insert into platform.schedule (name, every_seconds, next_at) values (${name}, ${everySeconds}, now())
      on conflict (name) do update set every_seconds = excluded.every_seconds,
        next_at = least(platform.schedule.next_at, now() + make_interval(secs => excluded.every_seconds))`.execute(db)
  }
}

function shortest(schedules: readonly Schedule[]): number {
  return Math.max(100, Math.min(POLL_MS, ...schedules.map(({ everySeconds }) => everySeconds * 1000)))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
