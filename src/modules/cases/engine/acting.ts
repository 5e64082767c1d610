import type { Endpoint } from '#kernel/endpoint.ts'
import { Problem } from '#kernel/problem.ts'
import { loadStructure, scopesOver } from '#modules/organisation/index.ts'
import { writeAudit } from '#server/audit.ts'
import type { HandlerContext } from '#server/events.ts'
import type { Context } from '#server/operation.ts'
import { caseTopic, unitTopic } from '../contract/shapes.ts'
import { recordCaseFacts } from '../counting.ts'
import type { ActRecord, Doer, Wish } from '../domain/act.ts'
import type { CaseRow, CaseState } from '../domain/case.ts'
import { afterAct, NOTHING } from '../domain/fold.ts'
import { plan, stateAfter } from '../domain/plan.ts'
import { RIGHTS, unitsAsked } from '../domain/rights.ts'
import type { Act } from '../domain/words.ts'
import { findCase, findCaseForUpdate, findLastAct, updateCase } from '../store/cases.ts'
import { insertDueChange } from '../store/parts.ts'
import type { DueChangeRow } from '../store/tables.ts'

/** What it takes to act: an operation has it, and so has a handler. */
export type Acting = Pick<HandlerContext, 'tx' | 'actor' | 'now' | 'newId' | 'emit' | 'announce'>
/** A case that is locked, and who acts on it. */
export type Opened = { readonly row: CaseRow; readonly by: Doer }
type Asked = { readonly caseId: string; readonly version: number }

/**
 * The case for an act: locked, seen in the version that is there, in a state in which the act is possible, by one who may. Throws a problem
 * for each of these. `unitIds`: over which units the right is asked, when not over those of the case.
 */
export async function openCase(
  context: Context,
  endpoint: Endpoint,
  act: Act,
  { caseId, version }: Asked,
  unitIds?: readonly string[],
): Promise<Opened> {
  // Every act asks for the structure sooner or later: it comes with the case.
  const [row] = await Promise.all([findCaseForUpdate(context.tx, caseId), loadStructure(context.tx)])
  if (!row) throw notFound(context, endpoint, { caseId })
  if (row.version !== version) throw await changedMeanwhile(context, row)
  if (stateAfter(row, act) === null)
    throw new Problem('conflict', 'cases/not-possible-now', `${act} is not possible.`, {
      values: { act, state: row.business },
    })
  const unitId = await unitOfRight(context, RIGHTS[act].permission, unitIds ?? unitsAsked(act, row))
  return { row, by: { id: context.actor.id, name: context.actor.name, unitId } }
}

/** The case, for reading. Throws not-found, and logs that somebody asked for what they may not see. */
export async function readCase(context: Context, endpoint: Endpoint, caseId: string): Promise<CaseRow> {
  const row = await findCase(context.tx, caseId)
  if (!row) throw notFound(context, endpoint, { caseId })
  return row
}

/** The refusal for a case that is not there or not in sight; that it was asked for stands in the log of acts. */
export function notFound(context: Context, endpoint: Endpoint, input: { readonly caseId: string }): Problem {
  const { actor, now, requestId, client } = context
  const outcome = 'cases/not-found'
  context.defer((tx) => writeAudit(tx, { endpoint, actor, input, outcome, at: now, requestId, client }))
  return new Problem('not-found', outcome, 'There is no such case.')
}

async function changedMeanwhile({ tx }: Acting, row: CaseRow): Promise<Problem> {
  const last = await findLastAct(tx, row.id)
  return new Problem('conflict', 'cases/changed-meanwhile', 'Somebody acted on the case meanwhile.', {
    values: { by: last?.actorName ?? '', at: row.changedAt.toISOString(), version: row.version },
  })
}

/** The first of the units over which the actor holds the permission. Throws not-allowed when there is none. */
export async function unitOfRight(
  context: Pick<Acting, 'tx' | 'actor'>,
  permission: string,
  unitIds: readonly string[],
): Promise<string> {
  const holds = await scopesOver(context, [permission], unitIds)
  const unitId = unitIds.find((one) => holds(permission, one))
  if (unitId !== undefined) return unitId
  throw new Problem(
    'not-allowed',
    'cases/not-yours-to-do',
    'The permission does not cover the unit that holds the case.',
    {
      values: { permission },
    },
  )
}

/** What hangs on an act besides its row: written after the case and before it is counted. */
export type Around = {
  readonly parts?: () => Promise<void>
  /** Why the due moment changes; needed when it does. */
  readonly due?: { readonly kind: DueChangeRow['kind']; readonly reason: string; readonly decision?: string }
}

/** Acts: the row of the log and the row of the case, what hangs on them, the facts, the event; all or none. Throws when refused. */
export async function saveAct(
  context: Acting,
  { row, by }: Opened,
  wish: Wish,
  { parts, due }: Around = {},
): Promise<CaseRow> {
  const { tx, now } = context
  const record = planned(row.id, row, wish, by, now)
  const state = afterAct(stateOf(row), record)
  const after = { ...row, ...state }
  const written = [updateCase(tx, row.id, state, record)]
  if (parts) await Promise.all([...written, parts()])
  if (row.dueAt?.getTime() !== after.dueAt?.getTime() && due)
    written.push(keepDueChange(context, row.dueAt, after, due))
  await Promise.all([...written, tell(context, row, after, record)])
  return after
}

/** The row of the log that a wish becomes. Throws the refusal. */
export function planned(caseId: string, state: CaseState, wish: Wish, by: Doer, at: Date): ActRecord {
  const made = plan(caseId, state, wish, by, at)
  if ('record' in made) return made.record
  const kind = made.refused === 'cases/not-possible-now' ? 'conflict' : 'rule-broken'
  throw new Problem(kind, made.refused, '', { values: { act: wish.act, state: state.business } })
}

/** What moves of a case, without what was filed. */
export function stateOf(row: CaseRow): CaseState {
  // The names of what moves are those of the state before the first act.
  return Object.fromEntries(Object.keys(NOTHING).map((name) => [name, row[name as keyof CaseState]])) as CaseState
}

async function keepDueChange(
  context: Acting,
  dueBefore: Date | null,
  after: CaseRow,
  due: NonNullable<Around['due']>,
): Promise<void> {
  await insertDueChange(context.tx, dueChange(context, dueBefore, after, due))
}

/** A change of the due moment, as it is kept. */
export function dueChange(
  { now, actor, newId }: Acting,
  dueBefore: Date | null,
  after: CaseRow,
  { kind, reason, decision }: NonNullable<Around['due']>,
): DueChangeRow {
  const by = { byId: actor.id, byName: actor.name }
  const what = { kind, reason, decision: decision ?? null, dueBefore, dueAfter: after.dueAt }
  return { id: newId(), caseId: after.id, at: now, ...what, ...by }
}

/** Counts the act, puts it on the event log, and tells the browsers that watch. What it counts was written or has been asked for before. */
export async function tell(context: Acting, before: CaseRow | null, after: CaseRow, record: ActRecord): Promise<void> {
  const { id: caseId, unitId, competentUnitId } = after
  const { number, act, toState } = record
  const concerned = [before, after].flatMap((one) =>
    one === null ? [] : [one.unitId, one.competentUnitId, one.receivedUnitId, one.helpedUnitId ?? one.unitId],
  )
  await Promise.all([
    context.emit('cases.acted', { caseId, number, act, toState, unitId, competentUnitId }),
    ...[...new Set(concerned)].map((unit) => context.announce(unitTopic(unit))),
    context.announce(caseTopic(caseId)),
    // Last: it goes on for several statements, and must not when one of the others has failed and is taken back (`alone`).
    recordCaseFacts(context, before, after, record),
  ])
}
