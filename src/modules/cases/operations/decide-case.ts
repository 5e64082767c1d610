import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import type { Version } from '#modules/procedures/index.ts'
import { operation } from '#server/operation.ts'
import { requireCheckedFiles } from '../checked-files.ts'
import * as contract from '../contract.ts'
import { type Acting, type Opened, openCase, saveAct } from '../engine/acting.ts'
import { requireLateReason } from '../engine/late.ts'
import { processOf, versionOf } from '../engine/procedure.ts'
import { showCase } from '../engine/show.ts'
import { isDecidingStep, stepOfResult } from '../engine/steps.ts'
import { insertResults } from '../store/parts.ts'
import type { ResultRow } from '../store/tables.ts'

export const decideCase = operation(contract.decideCase, async (context, input) => {
  const opened = await openCase(context, contract.decideCase, 'decide', input)
  return showCase(context, await decide(context, opened, input))
})

type Given = Pick<z.output<typeof contract.decideCase.input>, 'outcome' | 'results' | 'note' | 'lateReason'>

/** Ends a case with its results. What the decision is called on paper comes from the procedure. */
export async function decide(context: Acting, opened: Opened, given: Given) {
  const { row } = opened
  const { tx } = context
  const { process } = await processOf(tx, row)
  const version = await versionOf(tx, row)
  if (!isDecidingStep(process, row, version.content.questions))
    throw new Problem('rule-broken', 'cases/not-a-deciding-step')
  if (given.lateReason !== undefined) await requireLateReason(context, given.lateReason)
  const files = given.results.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))
  await requireCheckedFiles(tx, files, context.actor)
  const results = resultRows(context, row.id, version, given.results)
  const toStep = stepOfResult(process)
  const desk = process.nodes.find(({ id, kind }) => id === toStep && kind === 'return')
  const details = {
    note: given.note,
    outcome: given.outcome,
    results: results.map(({ id }) => id),
    ...(given.lateReason !== undefined && { lateReason: given.lateReason }),
  }
  // A result that waits at the receiving desk is held by that desk.
  const toUnitId = desk?.holder.kind === 'received' ? row.receivedUnitId : row.unitId
  return saveAct(
    context,
    opened,
    { act: 'decide', toUnitId, toStep, details },
    { parts: () => insertResults(tx, results) },
  )
}

function resultRows(
  { newId, now, actor }: Acting,
  caseId: string,
  { content }: Version,
  given: Given['results'],
): ResultRow[] {
  const known = new Map(content.results.map((result) => [result.code, result]))
  const seen = new Set<string>()
  return given.map(({ code, number, issuedOn, fileId }, place) => {
    const result = known.get(code)
    if (!result || seen.has(code))
      throw new Problem('invalid-input', 'platform/invalid-input', 'A result is not right.', {
        errors: [{ path: `results.${place}.code`, code: 'cases/unknown-result', message: code, values: { code } }],
      })
    seen.add(code)
    const { name, written } = result
    const made = { id: newId(), caseId, code, name: name.vi, written, number, issuedOn: issuedOn ?? dayAt(now), fileId }
    return { ...made, issuedBy: actor.id, createdAt: now, revokedAt: null }
  })
}
