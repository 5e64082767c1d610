import { sql } from 'kysely'
import { type Db, json, type Tx } from '#server/db.ts'
import type { MessageChannel } from '../domain/message.ts'
import type { Behaviour } from '../domain/stand-in.ts'

type BehaviourRow = {
  channel: MessageChannel
  behaviour: Behaviour
  changedBy: string | null
  changedByName: string | null
  changedAt: Date
}
type GivenRow = {
  id: string
  channel: MessageChannel
  messageId: string
  recipient: string
  subject: string
  text: string
  behaviour: Behaviour
  taken: boolean
  copies: 0 | 1 | 2
  cameAt: Date
  report: 'delivered' | 'undelivered' | null
  reportAt: Date | null
  reportAnswers: string
  unitId: string | null
  /** Of a message that belongs to no case. */
  about: SubjectShown | null
}
type SubjectShown = {
  readonly kind: string
  readonly id: string
  readonly label: { readonly vi: string; readonly en: string }
}
type Tables = { 'cases.standInChannel': BehaviourRow; 'cases.standInMessage': GivenRow }
const on = (tx: Tx | Db) => tx.$extendTables<Tables>()

/** How the stand-in of a channel behaves; well when nobody said otherwise. */
export async function behaviourOf(tx: Tx, channel: MessageChannel): Promise<Behaviour> {
  const query = on(tx).selectFrom('cases.standInChannel').select('behaviour').where('channel', '=', channel)
  return (await query.executeTakeFirst())?.behaviour ?? 'well'
}

export async function listBehaviours(tx: Tx): Promise<BehaviourRow[]> {
  return on(tx).selectFrom('cases.standInChannel').selectAll().execute()
}

export async function putBehaviour(tx: Tx, row: BehaviourRow): Promise<void> {
  await on(tx)
    .insertInto('cases.standInChannel')
    .values(row)
    .onConflict((conflict) => conflict.column('channel').doUpdateSet(row))
    .execute()
}

/** Whether the message was taken before. */
export async function isTaken(tx: Tx, messageId: string): Promise<boolean> {
  const query = on(tx).selectFrom('cases.standInMessage').select('id').where('messageId', '=', messageId)
  return (await query.where('taken', '=', true).limit(1).executeTakeFirst()) !== undefined
}

export async function keepGiven(tx: Tx, { about, ...row }: GivenRow): Promise<void> {
  const values = { ...row, about: about && json(about) } as never
  await on(tx).insertInto('cases.standInMessage').values(values).execute()
}

export async function forgetGiven(tx: Tx, before: Date): Promise<void> {
  await on(tx).deleteFrom('cases.standInMessage').where('cameAt', '<', before).execute()
}

/** Adds what the platform answered to a report. */
export async function keepReportAnswer(tx: Tx, id: string, answer: string): Promise<void> {
  await sql`update cases.stand_in_message set report_answers = trim(report_answers || ' ' || ${answer}::text) where id = ${id}`.execute(
    tx,
  )
}

type GivenLine = Omit<GivenRow, 'unitId'> & { readonly caseId: string | null; readonly caseCode: string | null }

/** One page of what was given, the latest first, of messages in sight: of cases, and what other modules wrote. */
export async function listGiven(
  tx: Tx,
  { channel, after, limit }: { channel?: MessageChannel | undefined; after?: string | undefined; limit: number },
): Promise<GivenLine[]> {
  const { rows } = await sql<GivenLine>`
    select g.id, g.channel, g.message_id, g.recipient, g.subject, g.text, g.behaviour, g.taken, g.copies, g.came_at, g.report, g.report_at,
      g.report_answers, g.about, m.case_id, c.code as case_code
    from cases.stand_in_message g left join cases.message m on m.id = g.message_id left join cases."case" c on c.id = m.case_id
    where (${channel ?? null}::text is null or g.channel = ${channel ?? null}) and (${after ?? null}::uuid is null or g.id < ${after ?? null})
    order by g.id desc limit ${limit}`.execute(tx)
  return rows
}
