import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { messageOf } from '#kernel/problem.ts'
import type { Actor } from './actor.ts'
import { SYSTEM } from './actor.ts'
import { type Db, type JsonObject, json, type Tx } from './db.ts'
import { setRowScope } from './row-security.ts'
import { KEPT } from './statements.ts'

/** The name on which a process that delivers is woken, and that on which browsers are told. */
export const WAKE = 'haidang_wake'
export const LIVE = 'haidang_live'

export type HandlerContext = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly newId: () => string
  readonly emit: (event: string, payload: JsonObject) => Promise<void>
  readonly announce: (topic: string) => Promise<void>
}

export type Handler = {
  /** Stable: the retry record hangs on it. */
  readonly name: string
  /** The event it reacts to. */
  readonly on: string
  readonly run: (context: HandlerContext, payload: JsonObject) => Promise<void>
}

/** Something done again and again, by one process at a time. */
export type Schedule = {
  readonly name: string
  readonly everySeconds: number
  /** It waits for systems outside: it runs on a line of its own, so that a slow answer holds up no delivery and no other schedule. */
  readonly outside?: boolean
  readonly run: (context: HandlerContext) => Promise<void>
}

export type HandlersByEvent = ReadonlyMap<string, readonly Handler[]>

type EventRow = { id: string; name: string; payload: JsonObject; at: Date }
type DeliveryRow = {
  eventId: string
  handler: string
  state: 'due' | 'done' | 'parked'
  dueAt: Date
  attempts: number
  lastError: string | null
  doneAt: Date | null
}
type Tables = { 'platform.event': EventRow; 'platform.delivery': DeliveryRow }
const on = (tx: Tx | Db) => tx.$extendTables<Tables>()

/** The handlers in a map by the event they react to; throws when two bear one name. */
export function handlersByEvent(handlers: readonly Handler[]): HandlersByEvent {
  const names = new Set<string>()
  for (const { name } of handlers) {
    if (names.has(name)) throw new Error(`Two handlers are called ${name}.`)
    names.add(name)
  }
  return Map.groupBy(handlers, (handler) => handler.on)
}

/** The function that puts an event on the log with one delivery per handler, in the transaction given. */
export function emitter(tx: Tx, handlers: HandlersByEvent, now: Date) {
  return async (name: string, payload: JsonObject): Promise<void> => {
    const id = newId()
    const due = (handlers.get(name) ?? []).map((handler) => handler.name)
    await sql`${KEPT}
      with happened as (
        insert into platform.event (id, name, payload, at) values (${id}, ${name}, ${json(payload)}, ${now})),
      booked as (
        insert into platform.delivery (event_id, handler, state, due_at, attempts)
        select ${id}::uuid, handler, 'due', ${now}::timestamptz, 0 from unnest(${due}::text[]) as handler)
      select pg_notify(${WAKE}, '') where cardinality(${due}::text[]) > 0`.execute(tx)
  }
}

/** The function that tells browsers watching a topic, once the transaction given has committed. */
export function announcer(tx: Tx) {
  return async (topic: string): Promise<void> => announceAll(tx, [topic])
}

/** Tells browsers watching any of the topics, once the transaction given has committed. */
export async function announceAll(tx: Tx, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return
  await sql`select ${KEPT} pg_notify(${LIVE}, topic) from unnest(${[...topics]}::text[]) as topic`.execute(tx)
}

/** After so many failures a delivery is parked for a person to look at. */
const MOST_ATTEMPTS = 8

/** Seconds until the next try: 1, 4, 16 … at most an hour. */
export function backOffSeconds(attempts: number): number {
  return Math.min(3600, 4 ** Math.max(0, attempts - 1))
}

/**
 * Delivers one due event to one handler, or does nothing; returns whether there was one.
 * The handler's work and the mark that it is done are one transaction.
 */
export async function deliverNext(db: Db, handlers: HandlersByEvent, now = new Date()): Promise<boolean> {
  const claimed: { eventId?: string; handler?: string; attempts?: number } = {}
  try {
    return await db.transaction().execute(async (tx) => {
      const due = await on(tx)
        .selectFrom('platform.delivery as delivery')
        .innerJoin('platform.event as event', 'event.id', 'delivery.eventId')
        .select(['delivery.eventId', 'delivery.handler', 'delivery.attempts', 'event.name', 'event.payload'])
        .where('delivery.state', '=', 'due')
        .where('delivery.dueAt', '<=', now)
        .orderBy('delivery.dueAt')
        .orderBy('delivery.eventId')
        .limit(1)
        .forUpdate('delivery')
        .skipLocked()
        .executeTakeFirst()
      if (!due) return false
      Object.assign(claimed, due)
      const handler = handlers.get(due.name)?.find(({ name }) => name === due.handler)
      if (!handler) throw new Error(`No handler is called ${due.handler}.`)
      await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
      await handler.run(handlerContext(tx, handlers, now), due.payload)
      await on(tx)
        .updateTable('platform.delivery')
        .set({ state: 'done', doneAt: now, attempts: due.attempts + 1, lastError: null })
        .where('eventId', '=', due.eventId)
        .where('handler', '=', due.handler)
        .execute()
      return true
    })
  } catch (thrown) {
    if (!claimed.eventId || !claimed.handler) throw thrown
    await bookRetry(db, claimed.eventId, claimed.handler, (claimed.attempts ?? 0) + 1, thrown, now)
    return true
  }
}

/** What a handler or schedule is given. */
export function handlerContext(tx: Tx, handlers: HandlersByEvent, now: Date): HandlerContext {
  return { tx, actor: SYSTEM, now, newId, emit: emitter(tx, handlers, now), announce: announcer(tx) }
}

async function bookRetry(
  db: Db,
  eventId: string,
  handler: string,
  attempts: number,
  thrown: unknown,
  now: Date,
): Promise<void> {
  const parked = attempts >= MOST_ATTEMPTS
  await on(db)
    .updateTable('platform.delivery')
    .set({
      state: parked ? 'parked' : 'due',
      attempts,
      lastError: messageOf(thrown),
      dueAt: new Date(now.getTime() + backOffSeconds(attempts) * 1000),
    })
    .where('eventId', '=', eventId)
    .where('handler', '=', handler)
    .where('state', '=', 'due')
    .execute()
  if (parked) await sql`select pg_notify(${LIVE}, 'platform.deliveries')`.execute(db)
}

export type ListedDelivery = DeliveryRow & { readonly name: string; readonly payload: JsonObject; readonly at: Date }

/** One page of deliveries in a state, newest first; `before` is the last event id of the page before. */
export async function listDeliveries(
  tx: Tx,
  { state, before, limit }: { state: DeliveryRow['state']; before?: string | undefined; limit: number },
): Promise<ListedDelivery[]> {
  let query = on(tx)
    .selectFrom('platform.delivery as delivery')
    .innerJoin('platform.event as event', 'event.id', 'delivery.eventId')
    .selectAll('delivery')
    .select(['event.name', 'event.payload', 'event.at'])
    .where('delivery.state', '=', state)
  if (before) query = query.where('delivery.eventId', '<', before)
  return query.orderBy('delivery.eventId', 'desc').limit(limit).execute()
}

/** Makes a parked delivery due again; returns whether there was one. */
export async function replayDelivery(tx: Tx, eventId: string, handler: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('platform.delivery')
    .set({ state: 'due', dueAt: now, attempts: 0, lastError: null })
    .where('eventId', '=', eventId)
    .where('handler', '=', handler)
    .where('state', '=', 'parked')
    .executeTakeFirstOrThrow()
  await sql`select pg_notify(${WAKE}, '')`.execute(tx)
  return numUpdatedRows > 0n
}

/** How many deliveries stand in each state that still needs something. */
export async function countDeliveries(tx: Tx | Db): Promise<{ due: number; parked: number }> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*) as count from platform.delivery where state in ('due', 'parked') group by state`.execute(tx)
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { due: of('due'), parked: of('parked') }
}
