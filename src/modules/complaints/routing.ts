import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { holdersAt } from '#modules/identity/index.ts'
import { ancestorsOf, findUnitAt, listOfficialsAt, loadStructure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { Person, Station } from './domain/route.ts'

/** A unit with those above it, nearest first, and who answers complaints at each; and everybody whom a citizen may have named. */
type Stations = { readonly chain: readonly Station[]; readonly people: readonly Person[] }

/** Read past what the asker sees. Throws when the unit does not stand. */
export async function stationsFrom(tx: Tx, unitId: string, now: Date): Promise<Stations> {
  const found = await findStations(tx, unitId, now)
  if (!found) throw new Problem('rule-broken', 'complaints/unknown-unit')
  return found
}

/** The same; null when the unit does not stand. */
export async function findStations(tx: Tx, unitId: string, now: Date): Promise<Stations | null> {
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const unit = findUnitAt(structure, unitId, day)
  if (!unit || unit.kind === 'group' || unit.kind === 'country') return null
  const path = [unit, ...ancestorsOf(structure, unitId, day)].filter(
    ({ kind }) => kind !== 'group' && kind !== 'country',
  )
  const chain: Station[] = []
  const people: Person[] = []
  for (const one of path) {
    const heads = await holdersAt(tx, 'complaints:answer', one.unitId, day)
    chain.push({ unitId: one.unitId, heads: heads.map(({ accountId }) => accountId) })
    people.push(...heads)
  }
  return { chain, people: [...people, ...(await officialsOf(tx, unitId, now))] }
}

/** Officials of a unit who sign in. */
async function officialsOf(tx: Tx, unitId: string, now: Date): Promise<Person[]> {
  const officials = await listOfficialsAt(tx, unitId, dayAt(now))
  return officials.flatMap(({ accountId, name }) => (accountId === null ? [] : [{ accountId, name }]))
}
