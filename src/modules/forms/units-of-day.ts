import { type Day, dayAt } from '#kernel/calendar.ts'
import { ancestorsOf, findUnitAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { Answers } from './domain/answer.ts'
import { type FormContext, isRecord, own, type UnitOfDay, unitKey } from './domain/answer.ts'
import { type CompiledForm } from './domain/compile.ts'
import { dayFor, evaluateForm } from './domain/evaluate.ts'

/** What a place is called on the day: itself and the territories it stands under, without the country. */
export function pathOf(structure: Structure, unitId: string, day: Day): string | undefined {
  const unit = findUnitAt(structure, unitId, day)
  if (!unit) return undefined
  const above = ancestorsOf(structure, unitId, day).filter(({ level }) => level !== 'nation' && level !== unit.level)
  return [unit, ...above].map(({ name }) => name).join(', ')
}

/** What the answers are checked against on the server: today, and every unit that they name as it was on the day that decides. */
export async function serverContext(tx: Tx, form: CompiledForm, answers: Answers, now: Date): Promise<FormContext> {
  const today = dayAt(now)
  const places = [...form.fields.values()].filter(({ field }) => field.kind === 'address' || field.kind === 'unit')
  const units = new Map<string, UnitOfDay>()
  if (places.length === 0) return { today, units }
  // The days that decide are answers themselves.
  const { values } = evaluateForm(form, answers, { today, units: null })
  const structure = await loadStructure(tx)
  for (const place of places) {
    const given = own(answers, place.field.name)
    const unitId = isRecord(given) ? own(given, 'unitId') : undefined
    if (typeof unitId !== 'string') continue
    const day = dayFor(place, values, { today, units: null })
    const path = pathOf(structure, unitId, day)
    if (path !== undefined) units.set(unitKey(unitId, day), { id: unitId, path })
  }
  return { today, units }
}
