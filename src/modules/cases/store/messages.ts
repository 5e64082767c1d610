import { sql } from 'kysely'
import { json, type Tx } from '#server/db.ts'
import type { DeliveryReport } from '../contract/messages.ts'
import type { AfterAttempt, MessageChannel, MessageState } from '../domain/message.ts'
import type { Act } from '../domain/words.ts'
import { type ChannelRow, type MessageRow, on } from './notify-tables.ts'

/** What a message may say of a case, and whom it reaches. */
export type CaseToTell = {
  readonly id: string
  readonly code: string | null
  readonly secret: string
  readonly title: string
  readonly procedureName: string
  readonly dueAt: Date | null
  readonly feeTotalVnd: number
  readonly waivedVnd: number
  readonly paidVnd: number
  readonly unitId: string
  readonly competentUnitId: string
  readonly version: number
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
}

/** The case with whoever is told of it: the one who filed for another, else the one it is about. */
export async function findCaseToTell(tx: Tx, caseId: string): Promise<CaseToTell | undefined> {
  const { rows } = await sql<CaseToTell>`
    select c.id, c.code, c.secret, c.title, c.procedure_name, c.due_at, c.fee_total_vnd, c.waived_vnd, c.paid_vnd, c.unit_id, c.competent_unit_id,
      c.version, coalesce(p.name, c.subject_name) as name, p.phone, p.email
    from cases."case" c
    left join lateral (select q.name, q.phone, q.email from cases.party q where q.case_id = c.id
      order by (q.role = 'representative') desc limit 1) p on true
    where c.id = ${caseId}`.execute(tx)
  return rows[0]
}

/** One act of a case: what it was and the note given with it. */
export async function findActNote(
  tx: Tx,
  caseId: string,
  number: number,
): Promise<{ act: Act; note: string } | undefined> {
  const { rows } = await sql<{ act: Act; note: string }>`
    select act, coalesce(details ->> 'note', '') as note from cases.act where case_id = ${caseId} and number = ${number}`.execute(
    tx,
  )
  return rows[0]
}

/** Queues a message; whether it was not there yet (one per case, act and channel). */
export async function queueMessage(tx: Tx, row: MessageRow): Promise<boolean> {
  const made = await on(tx)
    .insertInto('cases.message')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** One page of a case's messages, the newest first. */
export async function listMessageRows(
  tx: Tx,
  { caseId, after, limit }: { caseId: string; after?: string | undefined; limit: number },
): Promise<MessageRow[]> {
  let query = on(tx).selectFrom('cases.message').selectAll().where('caseId', '=', caseId)
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** A message of a case, locked until the transaction ends. */
export async function findMessageForUpdate(tx: Tx, caseId: string, id: string): Promise<MessageRow | undefined> {
  return on(tx)
    .selectFrom('cases.message')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Lets a message be tried again at once, from the first attempt. */
export async function requeueMessage(tx: Tx, id: string, now: Date): Promise<void> {
  const fresh = { state: 'queued' as const, attempts: 0, nextAt: now, queuedAt: now, settledAt: null }
  await on(tx).updateTable('cases.message').set(fresh).where('id', '=', id).execute()
}

export async function listChannels(tx: Tx): Promise<ChannelRow[]> {
  return on(tx).selectFrom('cases.messageChannel').selectAll().orderBy('channel').execute()
}

/**
 * The next due messages of a channel, locked until the transaction ends and passed over by everybody else, so that none is given to a provider
 * by two at once. Never more than the channel may still send in this minute.
 */
export async function takeDueMessages(
  tx: Tx,
  { channel, perMinute }: ChannelRow,
  now: Date,
  most: number,
): Promise<MessageRow[]> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from cases.message
    where channel = ${channel} and tried_at > ${new Date(now.getTime() - 60_000)}`.execute(tx)
  const left = Math.min(most, perMinute - (rows[0]?.count ?? 0))
  if (left <= 0) return []
  return on(tx)
    .selectFrom('cases.message')
    .selectAll()
    .where('channel', '=', channel)
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .orderBy('id')
    .limit(left)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Keeps what became of a try. */
export async function keepAttempt(tx: Tx, id: string, after: AfterAttempt, now: Date): Promise<void> {
  await on(tx)
    .updateTable('cases.message')
    .set({ ...after, triedAt: now })
    .where('id', '=', id)
    .execute()
}

/** Puts due messages aside until there may be a way out; how many. */
export async function keepUnconfigured(tx: Tx, channel: MessageChannel, now: Date, until: Date): Promise<number> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('cases.message')
    .set({ state: 'not-configured', nextAt: until })
    .where('channel', '=', channel)
    .where('nextAt', '<=', now)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** The provider of a channel is left alone until then. */
export async function pauseChannel(tx: Tx, channel: MessageChannel, until: Date): Promise<void> {
  await on(tx).updateTable('cases.messageChannel').set({ pausedUntil: until }).where('channel', '=', channel).execute()
}

/** Takes note of a report and of what it says; whether it is the first under its id. */
export async function keepReport(
  tx: Tx,
  { id, at, waits }: { id: string; at: Date; waits: DeliveryReport },
): Promise<boolean> {
  const made = await on(tx)
    .insertInto('cases.messageReport')
    .values({ id, at, waits: json(waits) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Forgets reports from before the moment: older ones are refused by their time stamp anyway. */
export async function forgetReports(tx: Tx, before: Date): Promise<void> {
  await on(tx).deleteFrom('cases.messageReport').where('at', '<', before).execute()
}

/**
 * What providers reported becomes the state of the messages they took; of which cases. A report may come before the sending it is about is
 * kept, so it waits until its message is known. Says nothing of a message that is settled.
 */
export async function settleReported(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    with known as (
      select r.id, m.id as message_id, r.waits ->> 'state' as state, r.waits ->> 'code' as code, r.at
      from cases.message_report r
      join cases.message m on m.channel = r.waits ->> 'channel' and m.provider_id = r.waits ->> 'id'
      where r.waits is not null),
    done as (update cases.message_report set waits = null where id in (select id from known)),
    first as (select distinct on (message_id) * from known order by message_id, at, id)
    update cases.message m set state = first.state, last_error = first.code, settled_at = ${now}
    from first where m.id = first.message_id and m.state = 'sent'
    returning m.case_id`.execute(tx)
  return [...new Set(rows.map(({ caseId }) => caseId))]
}

export type StateCount = {
  readonly channel: MessageChannel
  readonly state: MessageState
  readonly count: number
  readonly oldest: Date | null
}

/** By channel and state: all that wait, and what was settled since a moment. */
export async function countMessages(tx: Tx, since: Date): Promise<StateCount[]> {
  const { rows } = await sql<StateCount>`
    select channel, state, count(*) as count, min(queued_at) filter (where next_at is not null) as oldest from cases.message
    where next_at is not null or tried_at > ${since} group by channel, state order by channel, state`.execute(tx)
  return rows
}

/** Why tries failed since a moment, the most frequent first. */
export async function countFailures(
  tx: Tx,
  since: Date,
): Promise<{ channel: MessageChannel; code: string; count: number }[]> {
  const { rows } = await sql<{ channel: MessageChannel; code: string; count: number }>`
    select channel, last_error as code, count(*) as count from cases.message
    where tried_at > ${since} and last_error is not null group by channel, last_error order by count desc, code limit 30`.execute(
    tx,
  )
  return rows
}
