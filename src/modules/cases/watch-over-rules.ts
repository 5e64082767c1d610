import { dayAt } from '#kernel/calendar.ts'
import { loadCalendars } from '#modules/calendar/index.ts'
import { placesHolding } from '#modules/identity/index.ts'
import { ancestorsOf, findUnitAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import { listInForce } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import { type DeadReason, firesAt } from './domain/escalation.ts'
import { boundsOf, isInForce, watchedUnits } from './handlers/escalate.ts'
import { countWatched, findNextDue, listRules, type RuleRow } from './store/escalation.ts'

/** A rule that nobody looked at for so long does not work, whatever the reason. */
const SILENCE_MS = 5 * 60_000
const SHOWN_UNITS = 5

type Known = {
  readonly structure: Structure
  readonly places: ReadonlySet<string | null>
  readonly procedures: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
}

/** Every rule of escalation as it stands, the dead ones first. */
export async function watchOverRules(tx: Tx, now: Date) {
  const today = dayAt(now)
  const inForce = await listInForce(tx, today)
  const known: Known = {
    structure: await loadStructure(tx),
    places: await placesHolding(tx, 'cases:steer', today),
    procedures: new Set(inForce.map(({ code }) => code)),
    fields: new Set(inForce.map(({ fieldCode }) => fieldCode)),
  }
  const rules = []
  for (const rule of await listRules(tx)) rules.push(await looked(tx, rule, known, now))
  const order = { dead: 0, well: 1, resting: 2 }
  return rules.toSorted((left, right) => order[left.state] - order[right.state])
}

/** How many rules cannot fire. */
export async function deadRules(tx: Tx, now: Date): Promise<number> {
  const rules = await watchOverRules(tx, now)
  return rules.filter(({ state }) => state === 'dead').length
}

async function looked(tx: Tx, rule: RuleRow, known: Known, now: Date) {
  const { structure } = known
  const { nameVi, nameEn, armedAt: _armed, changedBy: _by, changedAt: _at, ...rest } = rule
  const nameOf = (unitId: string) => findUnitAt(structure, unitId, dayAt(now))?.name ?? null
  const units = watchedUnits(rule, structure, now)
  const watched = await countWatched(tx, rule, units)
  const told = watched.map((row) => ({ ...row, placeId: placeOf(rule, row, structure, now) }))
  const silent = told.filter(({ placeId }) => placeId !== null && !isHeard(placeId, known, now))
  const reasons = deadReasons(rule, known, now)
  // Nobody anywhere, or nobody for any case there is.
  const nobody =
    rule.recipient !== 'officer' && (known.places.size === 0 || (told.length > 0 && silent.length === told.length))
  if (nobody) reasons.push('nobody-to-tell')
  const state: 'well' | 'dead' | 'resting' = !isInForce(rule, now) ? 'resting' : reasons.length > 0 ? 'dead' : 'well'
  return {
    ...rest,
    name: { vi: nameVi, en: nameEn },
    unitName: rule.unitId === null ? null : nameOf(rule.unitId),
    state,
    reasons: state === 'resting' ? [] : reasons,
    silentUnits: [...new Set(silent.map(({ placeId }) => nameOf(placeId ?? '') ?? ''))].slice(0, SHOWN_UNITS),
    nextAt: state === 'resting' ? null : await nextFiring(tx, rule, units, now),
    covers: watched.reduce((sum, { count }) => sum + count, 0),
  }
}

function placeOf(
  rule: RuleRow,
  row: { unitId: string; competentUnitId: string },
  structure: Structure,
  now: Date,
): string | null {
  if (rule.recipient === 'officer') return null
  if (rule.recipient === 'head') return row.unitId
  return ancestorsOf(structure, row.competentUnitId, dayAt(now))[0]?.unitId ?? row.competentUnitId
}

/** Whether somebody holds the right at the unit itself; who holds it everywhere is told for the units at the top. */
function isHeard(unitId: string, { places, structure }: Known, now: Date): boolean {
  return places.has(unitId) || (places.has(null) && ancestorsOf(structure, unitId, dayAt(now)).length === 0)
}

function deadReasons(rule: RuleRow, { structure, procedures, fields }: Known, now: Date): DeadReason[] {
  const reasons: DeadReason[] = []
  const seen = rule.checkedAt ?? rule.changedAt
  if (now.getTime() - seen.getTime() > SILENCE_MS) reasons.push('not-running')
  if (rule.unitId !== null && !findUnitAt(structure, rule.unitId, dayAt(now))) reasons.push('no-such-unit')
  if (rule.procedureCode !== null && !procedures.has(rule.procedureCode)) reasons.push('no-such-procedure')
  if (rule.fieldCode !== null && !fields.has(rule.fieldCode)) reasons.push('no-such-field')
  return reasons
}

async function nextFiring(tx: Tx, rule: RuleRow, unitIds: readonly string[], now: Date): Promise<Date | null> {
  const due = await findNextDue(tx, rule, await boundsOf(tx, rule, unitIds, now))
  const calendars = await loadCalendars(tx, unitIds)
  const moments = due.flatMap(({ unitId, dueAt }) => {
    const calendar = calendars.get(unitId)
    return calendar ? [firesAt(dueAt, rule, calendar).getTime()] : []
  })
  return moments.length === 0 ? null : new Date(moments.reduce((least, one) => Math.min(least, one)))
}
