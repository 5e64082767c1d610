import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#testing/database.ts'
import {
  backOffSeconds,
  countDeliveries,
  deliverNext,
  emitter,
  type Handler,
  handlersByEvent,
  replayDelivery,
} from './events.ts'
import { startListener } from './live.ts'
import { runDueSchedule, settle, startWorker } from './worker.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

let fails = false
const seen: string[] = []
const handlers: Handler[] = [
  {
    name: 'test.note',
    on: 'test.happened',
    run: async ({ tx }, { name }) => {
      await sql`insert into platform.fact (name, value) values (${name as string}, '1')`.execute(tx)
      if (fails) throw new Error('not today')
      seen.push(name as string)
    },
  },
]
const map = handlersByEvent(handlers)
const emit = (name: string) =>
  database.db.transaction().execute((tx) => emitter(tx, map, new Date())('test.happened', { name }))
const facts = async (name: string) =>
  (await sql<{ count: number }>`select count(*) as count from platform.fact where name = ${name}`.execute(database.db))
    .rows[0]?.count

test('nothing is announced when the transaction fails', async () => {
  await expect(
    database.db.transaction().execute(async (tx) => {
      await emitter(tx, map, new Date())('test.happened', { name: 'lost' })
      throw new Error('after all not')
    }),
  ).rejects.toThrow('after all not')
  expect(await settle(database.db, map)).toBe(0)
})

test('a failing handler leaves nothing behind, is tried again later, and is parked in the end', async () => {
  await emit('stubborn')
  fails = true
  let now = new Date()
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await deliverNext(database.db, map, now)).toBe(true)
    expect(await facts('stubborn')).toBe(0)
    expect(await deliverNext(database.db, map, now)).toBe(false)
    now = new Date(now.getTime() + backOffSeconds(attempt) * 1000 + 1)
  }
  expect(await countDeliveries(database.db)).toEqual({ due: 0, parked: 1 })
  fails = false
  const { rows } = await sql<{ eventId: string; lastError: string }>`
    select event_id, last_error from platform.delivery where state = 'parked'`.execute(database.db)
  expect(rows[0]?.lastError).toBe('not today')
  await database.db.transaction().execute((tx) => replayDelivery(tx, rows[0]?.eventId ?? '', 'test.note', now))
  expect(await deliverNext(database.db, map, now)).toBe(true)
  expect(await facts('stubborn')).toBe(1)
})

test('four workers share twenty events and run each once', async () => {
  seen.length = 0
  const names = Array.from({ length: 20 }, (_, index) => `shared-${index}`)
  for (const name of names) await emit(name)
  await Promise.all(Array.from({ length: 4 }, () => settle(database.db, map)))
  expect(seen.toSorted()).toEqual(names.toSorted())
})

test('a running worker is woken at once by an event', async () => {
  const listener = await startListener(database.url, () => undefined)
  const worker = await startWorker({
    db: database.db,
    handlers: map,
    schedules: [],
    listener,
    onError: () => undefined,
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  const started = performance.now()
  await emit('woken')
  while ((await facts('woken')) === 0 && performance.now() - started < 5000)
    await new Promise((resolve) => setTimeout(resolve, 5))
  expect(performance.now() - started).toBeLessThan(2000)
  await worker.stop()
  await listener.stop()
})

test('an outside system that hangs holds up neither another one nor a delivery', async () => {
  const listener = await startListener(database.url, () => undefined)
  let letGo: () => void = () => undefined
  const hanging = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let ran = 0
  const worker = await startWorker({
    db: database.db,
    handlers: map,
    schedules: [
      { name: 'test.hangs', everySeconds: 1, outside: true, run: () => hanging },
      { name: 'test.answers', everySeconds: 1, outside: true, run: async () => void ran++ },
    ],
    listener,
    onError: () => undefined,
  })
  await emit('beside what hangs')
  await expect.poll(() => ran, { timeout: 10_000 }).toBeGreaterThan(1)
  expect(await facts('beside what hangs')).toBe(1)
  letGo()
  await worker.stop()
  await listener.stop()
})

test('a schedule runs in one process at a time, and a failing one is noted', async () => {
  let ran = 0
  const schedules = [
    { name: 'test.count', everySeconds: 3600, run: async () => void ran++ },
    { name: 'test.fail', everySeconds: 3600, run: () => Promise.reject(new Error('no')) },
  ]
  await sql`insert into platform.schedule (name, every_seconds, next_at)
    values ('test.count', 3600, now()), ('test.fail', 3600, now())`.execute(database.db)
  const rounds = await Promise.all(Array.from({ length: 6 }, () => runDueSchedule(database.db, map, schedules)))
  expect(rounds.filter(Boolean).length).toBe(2)
  expect(ran).toBe(1)
  const { rows } = await sql<{
    lastError: string
  }>`select last_error from platform.schedule where name = 'test.fail'`.execute(database.db)
  expect(rows[0]?.lastError).toBe('no')
})

test('a lost LISTEN connection comes back and still hears', async () => {
  const heard: string[] = []
  const listener = await startListener(database.url, () => undefined)
  listener.onTopic((topic) => heard.push(topic))
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`.execute(
    database.owner,
  )
  const started = performance.now()
  while (!heard.includes('*') && performance.now() - started < 5000)
    await new Promise((resolve) => setTimeout(resolve, 20))
  await sql`select pg_notify('haidang_live', 'test.topic')`.execute(database.db)
  while (!heard.includes('test.topic') && performance.now() - started < 6000)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(heard).toContain('test.topic')
  await listener.stop()
})

test('a connection cut in the middle of a transaction fails that transaction and nothing else', async () => {
  const cut = database.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(database.owner)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await sql`select 1`.execute(tx)
  })
  await expect(cut).rejects.toThrow()
  expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
})
