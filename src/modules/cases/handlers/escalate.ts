import { dayAt } from '#kernel/calendar.ts'
import { loadCalendars } from '#modules/calendar/index.ts'
import { ancestorsOf, loadStructure, type Structure, unitsAt, unitsUnder } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { HandlerContext, Schedule } from '#server/events.ts'
import { NOTICES_TOPIC, WATCH_TOPIC } from '../contract/watch.ts'
import { crossedUntil } from '../domain/escalation.ts'
import {
  type Bound,
  type Crossed,
  findCrossed,
  keepChecked,
  keepFirings,
  listRules,
  type Recipient,
  type RuleRow,
} from '../store/escalation.ts'
import { insertNotices } from '../store/notices.ts'

/** So many cases of a rule in one round; the rest follows in the next. */
const MOST = 500

/** The units a rule watches: of today, and gone ones too where it watches all, as they may still hold cases. */
export function watchedUnits(rule: Pick<RuleRow, 'unitId'>, structure: Structure, now: Date): string[] {
  const today = dayAt(now)
  const units = rule.unitId === null ? unitsAt(structure, today) : unitsUnder(structure, rule.unitId, today)
  return units.map(({ unitId }) => unitId)
}

/** For each unit, up to which due moment the rule has fired by now. Units with one calendar share the reckoning. */
export async function boundsOf(tx: Tx, rule: RuleRow, unitIds: readonly string[], now: Date): Promise<Bound[]> {
  const calendars = await loadCalendars(tx, unitIds)
  const known = new Map<unknown, Date>()
  return unitIds.flatMap((unitId) => {
    const calendar = calendars.get(unitId)
    if (!calendar) return []
    const until = known.get(calendar) ?? crossedUntil(now, rule, calendar)
    known.set(calendar, until)
    return [{ unitId, until }]
  })
}

export function isInForce({ validFrom, validTo }: Pick<RuleRow, 'validFrom' | 'validTo'>, now: Date): boolean {
  const today = dayAt(now)
  return validFrom <= today && (validTo === null || validTo >= today)
}

/** Whom a rule tells of a case. Without an assignee its unit's officers; without a unit above, the unit itself. */
export function recipientOf(
  rule: Pick<RuleRow, 'recipient'>,
  one: Crossed,
  structure: Structure,
  now: Date,
): Recipient {
  if (rule.recipient === 'officer')
    return one.assigneeId === null ? { unitId: one.unitId, permission: 'cases:process' } : { accountId: one.assigneeId }
  if (rule.recipient === 'head') return { unitId: one.unitId, permission: 'cases:steer' }
  const above = ancestorsOf(structure, one.competentUnitId, dayAt(now))[0]
  return { unitId: above?.unitId ?? one.competentUnitId, permission: 'cases:steer' }
}

/** Fires every rule for the cases that have crossed its moment: once for a rule, a case and a due moment. */
export async function fireRules(context: HandlerContext): Promise<number> {
  const { tx, now, newId, announce } = context
  const structure = await loadStructure(tx)
  let total = 0
  for (const rule of await listRules(tx)) {
    if (!isInForce(rule, now)) continue
    const bounds = await boundsOf(tx, rule, watchedUnits(rule, structure, now), now)
    const crossed = await findCrossed(tx, rule, bounds, MOST)
    const firings = crossed.map((one) => ({ ...one, recipient: recipientOf(rule, one, structure, now) }))
    const fired = await keepFirings(tx, rule.id, firings, now)
    const notice = { kind: 'escalation' as const, ruleId: rule.id, at: now }
    await insertNotices(
      tx,
      fired.map(({ recipient, caseId, dueAt }) => ({ ...notice, id: newId(), recipient, caseId, dueAt })),
    )
    await keepChecked(tx, rule.id, now, fired.length)
    total += fired.length
  }
  if (total > 0) await announce(NOTICES_TOPIC)
  if (total > 0) await announce(WATCH_TOPIC)
  return total
}

export const escalate: Schedule = {
  name: 'cases.escalate',
  everySeconds: 60,
  async run(context) {
    await fireRules(context)
  },
}
