/** Rounds of escalation over all open cases, as the schedule runs them every minute, and the page that proves the rules. */

import { sql } from 'kysely'
import { escalationHealth } from '#modules/cases/contract.ts'
import { cases } from '#modules/cases/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlerContext } from '#server/events.ts'
import { type Operation, perform } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import type { BenchDatabase } from './database.ts'
import { below, percentile, type Result, timed, told } from './report.ts'

/** A round comes every minute; it may take a thirtieth of that. */
const ROUND_MS = 2000

export async function watchResults(database: BenchDatabase): Promise<Result[]> {
  // Rules as old as the cases: every open case that is overdue stays in what a round looks at.
  await sql`update cases.escalation_rule set armed_at = '2020-01-01'`.execute(database.owner)
  const round = async () => {
    const schedule = (cases.schedules ?? []).find(({ name }) => name === 'cases.escalate')
    await database.db.transaction().execute(async (tx) => {
      await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
      await schedule?.run(handlerContext(tx, new Map(), new Date()))
    })
  }
  const first = await timed(1, round)
  await sql`insert into cases.escalation_firing (rule_id, case_id, due_at, at, recipients)
    select r.id, c.id, c.due_at, now(), '[]' from cases.escalation_rule r cross join cases."case" c
    where c.business in ('submitted', 'received', 'processing', 'supplement', 'payment') and c.due_order < now() + interval '10 days'
    on conflict do nothing`.execute(database.owner)
  await sql`analyze cases.escalation_firing`.execute(database.owner)
  const steady = await timed(10, round)
  const health = cases.operations.find(({ endpoint }) => endpoint.id === escalationHealth.id)
  const proof = await timed(3, () =>
    perform(health as Operation, {}, { db: database.db, actor: SYSTEM, handlers: new Map() }),
  )
  return [
    told('escalation: a round that fires for 500 cases of each rule', percentile(first, 0.5), 'ms'),
    below('escalation: a round in which all that is due has fired: p95', percentile(steady, 0.95), 'ms', ROUND_MS),
    told('escalation: the page that proves the rules: p50', percentile(proof, 0.5), 'ms'),
  ]
}
