import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { ESCALATION_UNITS, MOMENTS, RECIPIENTS } from '../domain/escalation.ts'

export type RuleRow = {
  readonly id: string
  readonly nameVi: string
  readonly nameEn: string
  readonly moment: (typeof MOMENTS)[number]
  readonly amount: number
  readonly timeUnit: (typeof ESCALATION_UNITS)[number]
  readonly unitId: string | null
  readonly procedureCode: string | null
  readonly fieldCode: string | null
  readonly recipient: (typeof RECIPIENTS)[number]
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly armedAt: Date
  readonly checkedAt: Date | null
  readonly lastFiredAt: Date | null
  readonly fired: number
  readonly version: number
  readonly changedBy: string | null
  readonly changedAt: Date
}
type Tables = { 'cases.escalationRule': RuleRow }
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** Rules are few: whoever sets up the platform writes them. */
const MOST_RULES = 500

export async function listRules(tx: Tx): Promise<RuleRow[]> {
  return on(tx).selectFrom('cases.escalationRule').selectAll().orderBy('id').limit(MOST_RULES).execute()
}

export async function findRuleForUpdate(tx: Tx, id: string): Promise<RuleRow | undefined> {
  return on(tx).selectFrom('cases.escalationRule').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Adds a rule, or keeps its changes. */
export async function putRule(tx: Tx, row: RuleRow): Promise<void> {
  const { id: _id, ...rest } = row
  await on(tx)
    .insertInto('cases.escalationRule')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute()
}

/** Which open cases of which units: the states written out, as the indexes of open cases name them. */
const OPEN = sql`c.business in ('submitted', 'received', 'processing', 'supplement', 'payment')`

function narrowed({ procedureCode, fieldCode }: RuleRow): RawBuilder<unknown> {
  const procedure = procedureCode === null ? sql`true` : sql`c.procedure_code = ${procedureCode}`
  return fieldCode === null ? procedure : sql`${procedure} and c.field_code = ${fieldCode}`
}

/** Up to which due moment a rule has fired at a unit by now. */
export type Bound = { readonly unitId: string; readonly until: Date }
export type Crossed = {
  readonly caseId: string
  readonly dueAt: Date
  readonly unitId: string
  readonly competentUnitId: string
  readonly assigneeId: string | null
}

const boundsOf = (bounds: readonly Bound[]) => sql`unnest(
  ${bounds.map(({ unitId }) => unitId)}::uuid[], ${bounds.map(({ until }) => until.toISOString())}::timestamptz[]) as b (unit_id, until)`

/**
 * Open cases that have crossed the rule's moment and for which it has not fired at this due moment. One range of the index of open cases for each
 * unit; at most `most`.
 */
export async function findCrossed(tx: Tx, rule: RuleRow, bounds: readonly Bound[], most: number): Promise<Crossed[]> {
  const { rows } = await sql<Crossed>`
    select x.* from ${boundsOf(bounds)} cross join lateral (
      select c.id as case_id, c.due_at, c.unit_id, c.competent_unit_id, c.assignee_id from cases."case" c
      where c.unit_id = b.unit_id and ${OPEN} and c.due_order > ${rule.armedAt} and c.due_order <= b.until and ${narrowed(rule)}
        and not exists (select from cases.escalation_firing f where f.rule_id = ${rule.id} and f.case_id = c.id and f.due_at = c.due_order)
      order by c.due_order limit ${most}) x
    limit ${most}`.execute(tx)
  return rows
}

/** The first due moment after each bound, by unit: what the rule will fire for next there. */
export async function findNextDue(
  tx: Tx,
  rule: RuleRow,
  bounds: readonly Bound[],
): Promise<{ unitId: string; dueAt: Date }[]> {
  const { rows } = await sql<{ unitId: string; dueAt: Date }>`
    select x.* from ${boundsOf(bounds)} cross join lateral (
      select c.unit_id, c.due_at from cases."case" c
      where c.unit_id = b.unit_id and ${OPEN} and c.due_order > greatest(b.until, ${rule.armedAt}) and c.due_order < 'infinity'
        and ${narrowed(rule)}
      order by c.due_order limit 1) x`.execute(tx)
  return rows
}

/** How many open cases with a running deadline the rule watches, by the unit that holds them. */
export async function countWatched(
  tx: Tx,
  rule: RuleRow,
  unitIds: readonly string[],
): Promise<{ unitId: string; competentUnitId: string; count: number }[]> {
  const { rows } = await sql<{ unitId: string; competentUnitId: string; count: number }>`
    select c.unit_id, c.competent_unit_id, count(*) as count from cases."case" c
    where c.unit_id = any (${[...unitIds]}::uuid[]) and ${OPEN} and c.due_order > ${rule.armedAt} and c.due_order < 'infinity'
      and ${narrowed(rule)} group by 1, 2`.execute(tx)
  return rows
}

export type Recipient = { readonly accountId: string } | { readonly unitId: string; readonly permission: string }

export type Firing = { readonly caseId: string; readonly dueAt: Date; readonly recipient: Recipient }

/** That the rule fired for cases at their due moments; those for which it is the first to say so. */
export async function keepFirings(tx: Tx, ruleId: string, firings: readonly Firing[], at: Date): Promise<Firing[]> {
  if (firings.length === 0) return []
  const { rows } = await sql<{ caseId: string }>`
    insert into cases.escalation_firing (rule_id, case_id, due_at, at, recipients)
    select ${ruleId}, f.case_id, f.due_at, ${at}, f.recipients
    from unnest(${firings.map(({ caseId }) => caseId)}::uuid[], ${firings.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
      ${firings.map(({ recipient }) => JSON.stringify([recipient]))}::text[]::jsonb[]) as f (case_id, due_at, recipients)
    on conflict do nothing returning case_id`.execute(tx)
  const first = new Set(rows.map(({ caseId }) => caseId))
  return firings.filter(({ caseId }) => first.has(caseId))
}

/** That the rule was looked at, and how often it fired. */
export async function keepChecked(tx: Tx, ruleId: string, at: Date, fired: number): Promise<void> {
  await sql`update cases.escalation_rule set checked_at = ${at}, fired = fired + ${fired},
    last_fired_at = case when ${fired}::int > 0 then ${at} else last_fired_at end where id = ${ruleId}`.execute(tx)
}
