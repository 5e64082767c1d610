import { fold } from '#kernel/text.ts'
import type { Topic } from './complaint.ts'

/** A unit with those who answer complaints there. */
export type Station = { readonly unitId: string; readonly heads: readonly string[] }

/**
 * Where a complaint goes: to the first unit, from the one it is about upwards, at which somebody answers complaints who is not involved in
 * it. Where nobody is, to the highest one, so that it is never with those whom it is about alone. Throws without a unit.
 */
export function routeOf(chain: readonly Station[], involved: ReadonlySet<string>): string {
  const unitId = freeUnitOf(chain, involved) ?? chain.at(-1)?.unitId
  if (unitId === undefined) throw new RangeError('A complaint goes to a unit.')
  return unitId
}

/** The first unit from which somebody answers who is not involved; null: nobody on the whole way up is free. */
export function freeUnitOf(chain: readonly Station[], involved: ReadonlySet<string>): string | null {
  return chain.find(({ heads }) => heads.some((head) => !involved.has(head)))?.unitId ?? null
}

export type Person = { readonly accountId: string; readonly name: string }

/**
 * Who is involved in what is complained about: whoever handled the case, and whoever bears the name that was given. Accused, and so kept
 * from seeing it, is who was named; where it is about conduct and names nobody who can be found, everybody who handled the case.
 */
export function involvedIn(
  topic: Topic,
  officerName: string,
  { handlers, others }: { readonly handlers: readonly Person[]; readonly others: readonly Person[] },
): ReadonlyMap<string, { readonly accused: boolean }> {
  const wanted = fold(officerName).trim()
  const isNamed = ({ name }: Person) => wanted !== '' && isSameName(fold(name).trim(), wanted)
  const named = [...handlers, ...others].filter(isNamed)
  const accused = named.length > 0 ? named : topic === 'conduct' ? handlers : []
  const ids = new Set(accused.map(({ accountId }) => accountId))
  return new Map([...handlers, ...named].map(({ accountId }) => [accountId, { accused: ids.has(accountId) }]))
}

/** The whole name, or its end: people know officers as `Huy` or `Quang Huy`. */
const isSameName = (name: string, wanted: string) => name === wanted || name.endsWith(` ${wanted}`)
