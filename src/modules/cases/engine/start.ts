import { firstStep, type ProcessVersion, type Version } from '#modules/procedures/index.ts'
import type { Wish } from '../domain/act.ts'
import type { Answers } from '../domain/case.ts'
import { NOTHING } from '../domain/fold.ts'
import type { Acting } from './acting.ts'
import { calendarOf } from './calendar.ts'
import { dueAfter } from './due.ts'
import { holderOf } from './steps.ts'

type Begin = {
  readonly process: ProcessVersion
  readonly version: Version
  readonly answers: Answers
  readonly competentUnitId: string
  readonly receivedUnitId: string
}

/** Where a received case begins: at the first step of its process, with whoever holds that; the competent unit when it leaves that open. */
export async function startOf(
  { tx, now }: Acting,
  { process, version, answers, competentUnitId, receivedUnitId }: Begin,
): Promise<{ where: Pick<Wish, 'toUnitId' | 'toStep'>; details: { stepDueAt: string | null } }> {
  const step = firstStep(process.process, answers, version.content.questions)
  const places = { ...NOTHING, competentUnitId, receivedUnitId, unitId: competentUnitId }
  const toUnitId = step ? holderOf(step, places, competentUnitId) : competentUnitId
  const stepDueAt = step?.term ? dueAfter(now, step.term, await calendarOf(tx, toUnitId)) : null
  return { where: { toUnitId, toStep: step?.id ?? null }, details: { stepDueAt } }
}
