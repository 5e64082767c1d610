import { dayAt } from '#kernel/calendar.ts'
import { instantOf, officeMinute, officeText } from '#kernel/work-time/clock.ts'
import { timeWords } from '#kernel/work-time/words.ts'
import { addMinutes } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { findStep, getProcess } from '#modules/procedures/index.ts'
import type { Handler, HandlerContext, Schedule } from '#server/events.ts'
import { NOTICES_TOPIC } from '../contract/watch.ts'
import { apologyText, MOST, proposedMinutes, proposedReason } from '../domain/apology.ts'
import { minutesUntil } from '../domain/forecast.ts'
import type { Act } from '../domain/words.ts'
import { type Foreseen, foresee } from '../forecasting.ts'
import { unitNames } from '../gateways/printed-units.ts'
import { blamed, termMinutesOf } from '../responsible.ts'
import { insertDraft, lateReasonName, settleDrafts, watchSetting } from '../store/apologies.ts'
import { listWithoutDraft } from '../store/courses.ts'
import { insertNotices } from '../store/notices.ts'
import { Acted } from './queue-messages.ts'

const AT_ONCE = 200

/** Drafts an apology for each case that is due soon and not likely to end by then. A case of which nothing can be foretold is drafted too. */
export async function draftFor(context: HandlerContext): Promise<number> {
  const { tx, now } = context
  const hours = await watchSetting(tx, 'apology-hours')
  const likely = await watchSetting(tx, 'apology-likelihood-percent')
  const calendar = await loadCalendar(tx, null)
  const until = instantOf(addMinutes(officeMinute(now), hours * 60, calendar))
  const cases = await listWithoutDraft(tx, { after: now, until, most: AT_ONCE })
  let made = 0
  for (const foreseen of await foresee(tx, cases, now)) {
    const { forecast } = foreseen
    if (forecast && forecast.late * 100 < likely * forecast.ofCases) continue
    if (await draft(context, foreseen)) made++
  }
  if (made > 0) await context.announce(NOTICES_TOPIC)
  return made
}

async function draft(context: HandlerContext, foreseen: Foreseen): Promise<boolean> {
  const { tx, now, newId } = context
  const { one, looks, left, calendar, forecast } = foreseen
  if (one.dueAt === null || left === null) return false
  const until = forecast ? minutesUntil(looks, MOST) : null
  const more = proposedMinutes(until, left, termMinutesOf(one))
  const proposedDueAt = instantOf(addMinutes(officeMinute(one.dueAt), more, calendar))
  const { process } = await getProcess(tx, one.processVersionId)
  const culprit = blamed(foreseen, process)
  const stepId = culprit?.stepId ?? one.stepId
  const lateReason = proposedReason(stepId === null ? null : (findStep(process, stepId)?.kind ?? null))
  const say = (at: Date) => timeWords(officeText(officeMinute(at)), 'vi')
  const today = dayAt(now)
  const text = apologyText({
    unit: (await unitNames(tx, today))(one.competentUnitId),
    name: one.subjectName,
    code: one.code ?? '',
    procedure: one.procedureName,
    due: say(one.dueAt),
    newDue: say(proposedDueAt),
    reason: await lateReasonName(tx, lateReason, today),
  })
  const { id: caseId, dueAt } = one
  const ofCases = forecast?.ofCases ?? null
  const byThen = ofCases === null ? null : Math.round(ofCases * MOST)
  const proposal = { caseId, dueAt, proposedDueAt, lateReason, stepId, personName: culprit?.personName ?? null, text }
  const fresh = { id: newId(), state: 'open' as const, madeAt: now, settledAt: null }
  const kept = await insertDraft(tx, { ...proposal, ...fresh, ofCases, byThen })
  const recipient = { unitId: one.competentUnitId, permission: 'cases:approve' }
  if (kept) await insertNotices(tx, [{ id: newId(), recipient, caseId, kind: 'apology', ruleId: null, dueAt, at: now }])
  return kept
}

/** Every five minutes. */
export const draftApologies: Schedule = {
  name: 'cases.draft-apologies',
  everySeconds: 300,
  async run(context) {
    await draftFor(context)
  },
}

const DROPS: readonly Act[] = [
  'decide',
  'refuse',
  'stop',
  'withdraw',
  'move-deadline',
  'ask-supplement',
  'ask-payment',
  'transfer',
]

/** An extension uses the draft; what ends the case or moves its deadline makes it void. */
export const settleApology: Handler = {
  name: 'cases.settle-apology',
  on: 'cases.acted',
  async run({ tx, now }, payload) {
    const { caseId, act } = Acted.parse(payload)
    if (act === 'extend') await settleDrafts(tx, caseId, 'used', now)
    else if (DROPS.includes(act)) await settleDrafts(tx, caseId, 'dropped', now)
  },
}
