import { loadStructure } from '#modules/organisation/index.ts'
import type { ProcessNode } from '#modules/procedures/contract.ts'
import { unitTopic } from '../contract/shapes.ts'
import { insertOpinions, keepInSight } from '../store/parts.ts'
import type { OpinionRow } from '../store/tables.ts'
import type { Acting, Opened } from './acting.ts'
import { calendarOf } from './calendar.ts'
import { dueAfter } from './due.ts'
import { holderOf } from './steps.ts'
import { heirOf } from './succession.ts'

type Given = { readonly unitId?: string | undefined; readonly note: string }

/** What it means for a case to come to a step: who holds it there, until when, and whose opinion is asked there by itself. */
export async function arrival(context: Acting, { row }: Opened, step: ProcessNode, given: Given) {
  const { tx, now } = context
  const structure = await loadStructure(tx)
  // A process may name a unit that has ended since: whoever follows it holds the case.
  const standing = (unitId: string) => heirOf(structure, unitId, now) ?? unitId
  const toUnitId = standing(holderOf(step, row, given.unitId))
  // A unit that had a step of the case keeps it in sight: what it did there is its own record too.
  if (toUnitId !== row.unitId) await keepInSight(tx, row.id, row.unitId)
  const stepDueAt = step.term ? dueAfter(now, step.term, await calendarOf(tx, toUnitId)) : null
  const asked = step.kind === 'consult' ? [...new Set(step.consults.map(standing))] : []
  const rows = asked.map((unitId) =>
    question(context, row.id, { stepId: step.id, unitId, question: given.note || step.name.vi, dueAt: stepDueAt }),
  )
  return {
    toUnitId,
    stepDueAt,
    opinions: rows.length === 0 ? {} : { opinions: rows.map(({ id }) => id) },
    ask: () => ask(context, rows),
  }
}

/** Puts the questions, and tells whoever watches the units that are asked. */
export async function ask({ tx, announce }: Acting, questions: readonly OpinionRow[]): Promise<void> {
  await insertOpinions(tx, questions)
  for (const { unitId } of questions) await announce(unitTopic(unitId))
}

/** A question to a unit, as it is kept. */
export function question(
  { newId, now, actor }: Acting,
  caseId: string,
  asked: { stepId: string; unitId: string; question: string; dueAt: string | null },
): OpinionRow {
  const { stepId, unitId, question: text, dueAt } = asked
  const what = { id: newId(), caseId, stepId, unitId, question: text, dueAt: dueAt === null ? null : new Date(dueAt) }
  const by = { askedBy: actor.id, askedByName: actor.name, askedAt: now }
  const answer = { answer: null, agrees: null, answeredBy: null, answeredByName: null, answeredAt: null }
  return { ...what, ...by, ...answer, fileId: null, withdrawnAt: null }
}
