import type { Day } from '#kernel/calendar.ts'
import type { Basis, ChangeKind, Level, UnitKind } from './kinds.ts'

/** What a unit is called, where it stands and which code it carries, at one time. */
export type UnitAttributes = {
  /** Official code (GSO for territories): an attribute, given again to other units. */
  readonly code: string | null
  readonly name: string
  readonly shortName: string | null
  readonly kind: UnitKind
  readonly level: Level
  readonly parentId: string | null
}

/** One version of a unit: what it was from `validFrom` until the day before `validTo` (null: still is). */
export type UnitVersion = UnitAttributes & {
  readonly unitId: string
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly decisionId: string | null
  readonly changeId: string | null
}

/** How much (persons, square metres) of a former unit went to a later one. */
export type Share = { readonly fromUnitId: string; readonly toUnitId: string; readonly amount: number }

/** One dated act: the former units (`from`), the later ones (`to`), and what is known of the amounts between them. */
export type Change = {
  readonly id: string
  readonly kind: ChangeKind
  readonly effectiveOn: Day
  readonly decisionId: string | null
  readonly article: string | null
  readonly note: string | null
  readonly basis: Basis
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Empty when no amounts are known; otherwise every pair that is not listed is nothing. */
  readonly shares: readonly Share[]
}

/** Whether the version holds on the day. */
export function holdsOn(version: Pick<UnitVersion, 'validFrom' | 'validTo'>, day: Day): boolean {
  return version.validFrom <= day && (version.validTo === null || day < version.validTo)
}
