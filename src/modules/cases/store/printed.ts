import { sql } from 'kysely'
import { addDays, type Day, startOfDay } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { CaseTerm } from '../domain/case.ts'
import type { FormDueChange, FormPaper, FormParty } from '../domain/forms/facts.ts'
import type { Act, BusinessState } from '../domain/words.ts'

// What forms and the public page are made from, read as it is printed. Row security decides whose cases these are.

export type PrintedRow = {
  readonly id: string
  readonly code: string | null
  readonly secret: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly procedureVersionId: string
  readonly processVersionId: string
  readonly title: string
  readonly business: BusinessState
  readonly receivedUnitId: string
  readonly competentUnitId: string
  readonly unitId: string
  readonly stepId: string | null
  readonly subjectName: string
  readonly filedAt: Date
  readonly receivedAt: Date | null
  readonly firstDueAt: Date | null
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  readonly returnedAt: Date | null
  readonly onTime: boolean | null
  readonly outcome: 'granted' | 'rejected' | null
  readonly term: CaseTerm
  readonly returnWay: 'desk' | 'post' | 'online' | null
  readonly feeTotalVnd: number
  readonly waivedVnd: number
  readonly paidVnd: number
  readonly demonstration: boolean
}

const COLUMNS = sql`c.id, c.code, c.secret, c.procedure_code, c.procedure_name, c.procedure_version_id, c.process_version_id, c.title,
  c.business, c.received_unit_id, c.competent_unit_id, c.unit_id, c.step_id, c.subject_name, c.filed_at, c.received_at, c.first_due_at,
  c.due_at, c.ended_at, c.returned_at, c.on_time, c.outcome, c.term, c.return_way, c.fee_total_vnd, c.waived_vnd,
  c.paid_vnd, c.demonstration`

export async function findPrinted(tx: Tx, caseId: string): Promise<PrintedRow | undefined> {
  const { rows } = await sql<PrintedRow>`select ${COLUMNS} from cases."case" c where c.id = ${caseId}::uuid`.execute(tx)
  return rows[0]
}

export async function findPrintedByCode(tx: Tx, code: string): Promise<PrintedRow | undefined> {
  const { rows } = await sql<PrintedRow>`select ${COLUMNS} from cases."case" c where c.code = ${code}`.execute(tx)
  return rows[0]
}

export type PrintedAct = {
  readonly number: number
  readonly act: Act
  readonly at: Date
  readonly actorName: string
  readonly unitId: string
  readonly fromUnitId: string | null
  readonly toUnitId: string | null
  readonly fromStep: string | null
  readonly toStep: string | null
  readonly fromState: BusinessState | null
  readonly toState: BusinessState
  readonly details: Readonly<Record<string, unknown>>
}

/** More acts than any case has; the last ones when there are more. */
const MOST_ACTS = 2000

export async function listPrintedActs(tx: Tx, caseId: string): Promise<PrintedAct[]> {
  const { rows } = await sql<PrintedAct>`
    select number, act, at, actor_name, unit_id, from_unit_id, to_unit_id, from_step, to_step, from_state, to_state, details
    from cases.act where case_id = ${caseId}::uuid order by number desc limit ${MOST_ACTS}`.execute(tx)
  return rows.toReversed()
}

export async function listPrintedParties(tx: Tx, caseId: string): Promise<FormParty[]> {
  const { rows } = await sql<FormParty>`
    select role, name, identity_number, tax_code, phone, email, address, ground
    from cases.party where case_id = ${caseId}::uuid order by role desc, id limit 100`.execute(tx)
  return rows
}

export async function listPrintedPapers(tx: Tx, caseId: string): Promise<FormPaper[]> {
  const { rows } = await sql<FormPaper>`
    select name, form, copies, note from cases.paper
    where case_id = ${caseId}::uuid and removed_at is null order by added_at, id limit 500`.execute(tx)
  return rows
}

export async function listPrintedDueChanges(tx: Tx, caseId: string): Promise<FormDueChange[]> {
  const { rows } = await sql<FormDueChange>`
    select kind, at, due_before as before, due_after as after, reason from cases.due_change
    where case_id = ${caseId}::uuid order by at, id limit 500`.execute(tx)
  return rows
}

export async function listConsultedUnits(tx: Tx, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select distinct unit_id from cases.opinion where case_id = ${caseId}::uuid and withdrawn_at is null limit 100`.execute(
    tx,
  )
  return rows.map(({ unitId }) => unitId)
}

export type BookCaseRow = {
  readonly code: string
  readonly procedureName: string
  readonly procedureVersionId: string
  readonly subjectName: string
  readonly address: string | null
  readonly phone: string | null
  readonly competentUnitId: string
  readonly receivedAt: Date
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  readonly returnedAt: Date | null
  readonly returnWay: string | null
  readonly business: string
  readonly demonstration: boolean
}

/** The cases that the unit received from `from` to the end of `to`, in the order of receipt; one more than `limit` when there are more. */
export async function listBook(
  tx: Tx,
  { unitId, from, to, limit }: { unitId: string; from: Day; to: Day; limit: number },
): Promise<BookCaseRow[]> {
  const { rows } = await sql<BookCaseRow>`
    select c.code, c.procedure_name, c.procedure_version_id, c.subject_name, p.address, p.phone, c.competent_unit_id, c.received_at,
      coalesce(c.due_at, c.first_due_at) as due_at, c.ended_at, c.returned_at, c.return_way, c.business, c.demonstration
    from cases."case" c
    left join lateral (select address, phone from cases.party where case_id = c.id and role = 'subject' limit 1) p on true
    where c.received_unit_id = ${unitId}::uuid and c.received_at >= ${startOfDay(from)}
      and c.received_at < ${startOfDay(addDays(to, 1))} and c.code is not null
    order by c.received_at, c.code limit ${limit + 1}`.execute(tx)
  return rows
}
