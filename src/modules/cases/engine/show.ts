import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { loadStructure, scopesOver } from '#modules/organisation/index.ts'
import type { Process } from '#modules/procedures/contract.ts'
import { findStep, papersAsked, type Version } from '#modules/procedures/index.ts'
import { findFiles } from '#server/files.ts'
import type { CaseDetail } from '../contract/shapes.ts'
import type { ActRecord } from '../domain/act.ts'
import type { CaseRow } from '../domain/case.ts'
import { outstandingVnd, owes } from '../domain/fees.ts'
import { possibleActs } from '../domain/lifecycle.ts'
import { PERMISSIONS, RIGHTS, unitsAsked } from '../domain/rights.ts'
import type { Act } from '../domain/words.ts'
import { findWaiting } from '../store/letters.ts'
import { type Parts, readParts } from '../store/whole.ts'
import { summarise } from '../summary.ts'
import type { Acting } from './acting.ts'
import { processOf, versionOf } from './procedure.ts'
import { isDecidingStep, needsUnit, stepsAhead, stepsBehind } from './steps.ts'
import { unitNamer } from './units.ts'

type Detail = z.input<typeof CaseDetail>
export type Looking = Pick<Acting, 'tx' | 'actor' | 'now'>

/** A case with everything that hangs on it and what the reader may do; in a number of queries that does not grow with it. */
export async function showCase(context: Looking, row: CaseRow): Promise<Detail> {
  const { tx, now } = context
  // What does not wait for one another is asked together.
  const [parts, [summary], structure, waiting] = await Promise.all([
    readParts(tx, row.id, dayAt(now)),
    summarise(tx, [row], now),
    loadStructure(tx),
    findWaiting(tx, row.id),
  ])
  if (!summary) throw new Error('A row gives a line.')
  const nameOf = unitNamer(structure, now)
  const { content } = await versionOf(tx, row)
  const { process } = await processOf(tx, row)
  const files = await findFiles(
    tx,
    parts.papers.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
  )
  return {
    ...summary,
    ...filedPart(row),
    helpedUnit: row.helpedUnitId === null ? null : nameOf(row.helpedUnitId),
    parties: parts.parties.map((party) => ({ ...party, warnings: [...party.warnings] })),
    papers: parts.papers.map((paper) => ({ ...paper, file: shownFile(paper, files) })),
    missingPapers: missing(content, row, parts),
    fees: [...parts.fees],
    results: [...parts.results],
    opinions: parts.opinions
      .filter((one) => one.withdrawnAt === null)
      .map((one) => ({ ...one, unit: nameOf(one.unitId) })),
    acts: parts.acts.map((act) => shownAct(act, nameOf, process)),
    possible: await possibleFor(context, row, parts, { content, process }),
    waiting: waiting ?? null,
    nationalCode: parts.nationalCode,
    hasForm: parts.hasForm,
  }
}

function filedPart(row: CaseRow) {
  const { secret, onlineLevel, remote, authentication, outcome, procedureVersionId, stepId, assigneeId } = row
  const { answers, term, filedAt, firstDueAt, extended, returnedAt, returnWay, lateReason, lateStep } = row
  const { feeTotalVnd, waivedVnd, paidVnd } = row
  const place = { onlineLevel, remote, authentication, procedureVersionId, stepId, assigneeId, answers, term }
  const course = { outcome, filedAt, firstDueAt, extended, returnedAt, returnWay, lateReason, lateStep }
  return {
    ...place,
    ...course,
    secret,
    feeTotalVnd,
    waivedVnd,
    paidVnd,
    outstandingVnd: Math.max(0, outstandingVnd(row)),
  }
}

type Files = Awaited<ReturnType<typeof findFiles>>

function shownFile({ fileId, file }: Parts['papers'][number], files: Files): Detail['papers'][number]['file'] {
  const kept = fileId === null ? undefined : files.get(fileId)
  if (!kept) return null
  // Not looked at yet: the type is what the sender said.
  const found = file ?? { mediaType: kept.mediaType, state: 'unchecked' as const, warnings: [] }
  return { ...found, warnings: [...found.warnings], name: kept.name, size: kept.size }
}

function missing(content: Version['content'], row: CaseRow, { papers }: Parts): Detail['missingPapers'] {
  const there = new Set(papers.map(({ code }) => code))
  return papersAsked(content, row.answers)
    .filter(({ code, required }) => required && !there.has(code))
    .map(({ code, name, legalBasis }) => ({ code, name, legalBasis }))
}

export function shownAct(
  act: ActRecord,
  nameOf: ReturnType<typeof unitNamer>,
  process: Process,
): Detail['acts'][number] {
  const stepName = (id: string | null) => (id === null ? null : (findStep(process, id)?.name ?? null))
  return {
    number: act.number,
    act: act.act,
    at: act.at,
    actorName: act.actorName,
    unit: nameOf(act.unitId),
    fromUnit: act.fromUnitId === null ? null : nameOf(act.fromUnitId),
    toUnit: act.toUnitId === null ? null : nameOf(act.toUnitId),
    fromStep: stepName(act.fromStep),
    toStep: stepName(act.toStep),
    toState: act.toState,
    note: act.details.note ?? '',
    decision: act.details.decision ?? null,
  }
}

type Known = { readonly content: Version['content']; readonly process: Process }

async function possibleFor(
  context: Looking,
  row: CaseRow,
  { opinions }: Parts,
  { content, process }: Known,
): Promise<Detail['possible']> {
  const waiting = opinions.filter(({ answeredAt, withdrawnAt }) => answeredAt === null && withdrawnAt === null)
  const asked = waiting.map(({ unitId }) => unitId)
  const units = [row.unitId, row.receivedUnitId, row.competentUnitId, ...asked]
  const holds = await scopesOver(context, PERMISSIONS, [...new Set(units)])
  const may = (act: Act) =>
    (act === 'answer-opinion' ? asked : unitsAsked(act, row)).some((unitId) => holds(RIGHTS[act].permission, unitId))
  const held = waiting.length > 0 && isConsulting(process, row)
  return possibleActs(row.business)
    .filter(may)
    .flatMap((act) => opening(act, row, { content, process, held }))
}

/** The act with where it may lead, if it is open in the process; nothing otherwise. */
function opening(
  act: Act,
  row: CaseRow,
  { content, process, held }: Known & { readonly held: boolean },
): Detail['possible'] {
  if (act === 'forward' || act === 'send-back') {
    const ahead = held ? [] : stepsAhead(process, row, content.questions)
    const steps = act === 'forward' ? ahead : stepsBehind(process, row)
    const shown = steps.map((step) => ({ stepId: step.id, name: step.name, needsUnit: needsUnit(step) }))
    return steps.length === 0 ? [] : [{ act, steps: shown }]
  }
  if (act === 'decide') return isDecidingStep(process, row, content.questions) ? [{ act }] : []
  return isOpenTo(act, row) ? [{ act }] : []
}

/** Whether a case stands where opinions are waited for. */
export function isConsulting(process: Process, { stepId }: Pick<CaseRow, 'stepId'>): boolean {
  return stepId !== null && findStep(process, stepId)?.kind === 'consult'
}

function isOpenTo(act: Act, row: CaseRow): boolean {
  if (act === 'extend') return !row.extended && row.dueAt !== null
  if (act === 'return') return !owes(row.finance)
  if (act === 'confirm-payment' || act === 'waive-fee') return owes(row.finance)
  if (act === 'move-deadline') return row.dueAt !== null
  return true
}
