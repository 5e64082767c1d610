import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { compareVi, searchFor } from '#kernel/text.ts'
import { listReceiving } from '#modules/cases/index.ts'
import { findUnitAt, formerAt, loadStructure, pointsAt, unitsAt } from '#modules/organisation/index.ts'
import type { Context } from '#server/operation.ts'
import type * as contract from './contract.ts'

const TERRITORIES: ReadonlySet<string> = new Set(['ward', 'commune', 'special-zone'])

export type Place = z.input<typeof contract.Place>
type FormerName = z.input<typeof contract.FormerName>

/** The communes of today, and whoever else takes cases in, by name; those that take cases in stand first. */
export async function placesToday({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<readonly Place[]> {
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const desks = new Map((await listReceiving(tx, day)).map(({ unitId, desk }) => [unitId, desk]))
  const points = await pointsAt(tx, day)
  const former = Map.groupBy(
    formerAt(structure, day)
      .filter(({ level }) => level === 'commune')
      .flatMap(({ name, above, until, now: heirs }) =>
        heirs.map(({ unitId, whole }) => ({ unitId, name, above: above[0] ?? '', until, whole })),
      ),
    ({ unitId }) => unitId,
  )
  return unitsAt(structure, day)
    .filter(({ unitId, kind }) => desks.has(unitId) || TERRITORIES.has(kind))
    .map(({ unitId, name, parentId }) => ({
      id: unitId,
      name,
      above: parentId === null ? '' : (findUnitAt(structure, parentId, day)?.name ?? ''),
      desk: desks.get(unitId) ?? null,
      receives: desks.has(unitId),
      point: points.get(unitId) ?? null,
      former: (former.get(unitId) ?? []).map(({ unitId: _unit, ...one }) => one),
    }))
    .toSorted((a, b) => Number(b.receives) - Number(a.receives) || compareVi(a.name, b.name))
}

const MOST_FORMER = 20

/** Names that are no more and answer the words, each with the places of today to which its people belong. */
export async function formerNames({ tx, now }: Pick<Context, 'tx' | 'now'>, q: string): Promise<readonly FormerName[]> {
  if (q === '') return []
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const answers = searchFor(q)
  return formerAt(structure, day)
    .filter(({ name }) => answers(name) !== null)
    .slice(0, MOST_FORMER)
    .map(({ name, above, until, now: heirs }) => ({
      name,
      above: above.join(', '),
      until,
      now: heirs.flatMap(({ unitId, whole }) => {
        const unit = findUnitAt(structure, unitId, day)
        return unit ? [{ id: unitId, name: unit.name, whole }] : []
      }),
    }))
}
