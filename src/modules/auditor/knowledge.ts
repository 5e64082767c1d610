import type { Day } from '#kernel/calendar.ts'
import { parsePeriodKey, periodRange } from '#kernel/period.ts'
import * as indicatorsContract from '#modules/indicators/contract.ts'
import { indicators, listIndicatorsOn, readFigures } from '#modules/indicators/index.ts'
import { childrenAt, findUnitAt, isInScope, loadStructure, type Structure } from '#modules/organisation/index.ts'
import { isEmptyScope } from '#server/actor.ts'
import { type Context, scopeFor } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import type { ReportDocument } from './domain/document.ts'
import type { Knowledge, KnownFigure, KnownUnit } from './domain/knowledge.ts'

type About = {
  readonly unitId: string
  readonly period: string | null
  /** The report of the same kind of the period before. */
  readonly previous: ReportDocument | null
}

/** What the platform knows of the unit, its neighbours and the period, as far as whoever asks may see it. */
export async function gatherKnowledge(context: Context, { unitId, period, previous }: About): Promise<Knowledge> {
  const structure = await loadStructure(context.tx)
  return {
    units: unitsAround(structure, unitId),
    figures: period === null ? [] : await figuresOf(context, structure, unitId, period),
    previous,
  }
}

/** Every version of every unit that ever stood under the same top as the unit: the rules pick the report's day. */
export function unitsAround(structure: Structure, unitId: string): KnownUnit[] {
  const tops = [...ancestry(structure, unitId)].filter((id) =>
    structure.byUnit.get(id)?.some(({ parentId }) => parentId === null),
  )
  const found = new Set(tops)
  for (const id of found) {
    for (const child of structure.byParent.get(id) ?? []) found.add(child.unitId)
  }
  return [...found].flatMap((id) =>
    (structure.byUnit.get(id) ?? []).map(({ name, validFrom, validTo, parentId }) => ({
      name,
      validFrom,
      validTo,
      parentName: parentId === null ? null : (nameOn(structure, parentId, validFrom) ?? null),
    })),
  )
}

/** The unit and everything it ever stood under. */
function ancestry(structure: Structure, unitId: string): Set<string> {
  const found = new Set([unitId])
  for (const id of found) {
    for (const { parentId } of structure.byUnit.get(id) ?? []) if (parentId !== null) found.add(parentId)
  }
  return found
}

function nameOn(structure: Structure, unitId: string, day: Day): string | undefined {
  return (findUnitAt(structure, unitId, day) ?? structure.byUnit.get(unitId)?.at(-1))?.name
}

/** So many children have their figures held against a report; no unit has more. */
const MOST_CHILDREN = 300

async function figuresOf(
  context: Context,
  structure: Structure,
  unitId: string,
  key: string,
): Promise<readonly KnownFigure[]> {
  const { tx, actor, now, scope } = context
  const period = parsePeriodKey(key)
  const readable = scopeFor(actor, READ)
  if (!period || isEmptyScope(readable)) return []
  const { to } = periodRange(period)
  const units = await readableUnits(context, structure, { unitId, day: to })
  const items = await knownItems(context, to)
  if (units.length === 0 || items.length === 0) return []
  // Figures are seen with the right to see figures, not with the right to audit.
  await setRowScope(tx, actor, readable)
  const manner = { regime: 'cut-off', structureOn: to, knownAt: null, standing: 'submitted' } as const
  const asked = { items, units, periods: [key], ...manner }
  const whole = await readFigures(tx, now, { ...asked, reach: 'subtree' })
  const alone = await readFigures(tx, now, { ...asked, reach: 'own' })
  await setRowScope(tx, actor, scope)
  // A report may mean the office alone or everything under it; both are known, and neither is held to be the one.
  return distinct([...knownFigures(whole, key), ...knownFigures(alone, key)])
}

const READ = 'indicators:read'

/** The unit and those directly under it, as far as the actor may see their figures. */
async function readableUnits(
  context: Context,
  structure: Structure,
  { unitId, day }: { readonly unitId: string; readonly day: Day },
): Promise<string[]> {
  if (!findUnitAt(structure, unitId, day)) return []
  const children = childrenAt(structure, unitId, day).slice(0, MOST_CHILDREN)
  const readable: string[] = []
  for (const id of [unitId, ...children.map((child) => child.unitId)]) {
    if (await isInScope(context, READ, id)) readable.push(id)
  }
  return readable
}

async function knownItems(context: Context, day: Day): Promise<indicatorsContract.Item[]> {
  const known = await listIndicatorsOn(context.tx, day)
  const list = indicators.operations.find(({ endpoint }) => endpoint.id === indicatorsContract.listMeasures.id)
  const measures = indicatorsContract.listMeasures.output.parse(await list?.run(context, { search: '' })).measures
  const items = [
    ...known.map(({ code }) => ({ kind: 'indicator' as const, code })),
    ...measures.map(({ code }) => ({ kind: 'measure' as const, code })),
  ]
  return items.slice(0, 300)
}

function distinct(figures: readonly KnownFigure[]): KnownFigure[] {
  return [...new Map(figures.map((figure) => [JSON.stringify(figure), figure])).values()]
}

type Figures = Awaited<ReturnType<typeof readFigures>>

function knownFigures({ items, units, cells }: Figures, period: string): KnownFigure[] {
  return items.flatMap(({ code, name }, item) =>
    units.flatMap((unit, place): KnownFigure[] => {
      const cell = cells[item]?.[place]?.[0]
      // What was estimated for a structure that did not exist is no ground for a contradiction.
      if (!cell || cell.certainty !== 'exact') return []
      // Where nothing was ever recorded the sum is 0, which nobody has stated.
      if (cell.freshAt === null) return []
      const about = { code, name: name.vi, unitName: unit.name, period }
      if (cell.numerator !== null && cell.denominator !== null)
        return [{ ...about, numerator: Number(cell.numerator), denominator: Number(cell.denominator) }]
      return cell.value === null ? [] : [{ ...about, numerator: Number(cell.value), denominator: null }]
    }),
  )
}
