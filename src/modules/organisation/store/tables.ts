import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { Basis, ChangeKind, Level, UnitKind } from '../domain/kinds.ts'

export type DecisionRow = {
  id: string
  number: string
  issuedOn: Day | null
  issuer: string
  title: string
  url: string | null
  certainty: 'checked' | 'unchecked'
}

export type OfficialRow = {
  id: string
  name: string
  email: string | null
  phone: string | null
  accountId: string | null
}

export type PositionRow = {
  id: string
  officialId: string
  unitId: string
  title: string
  validFrom: Day
  validTo: Day | null
  decisionId: string | null
}

export type DelegationRow = {
  id: string
  fromOfficialId: string
  toOfficialId: string
  unitId: string
  reach: 'own' | 'subtree'
  permissions: string[]
  validFrom: Day
  validTo: Day
  reason: string
  createdBy: string | null
  revokedAt: Date | null
  revokedReason: string | null
}

export type UnitPlaceRow = {
  id: string
  unitId: string
  validFrom: Day
  latitude: number | null
  longitude: number | null
  accuracy: 'exact' | 'approximate' | null
  source: string | null
  demonstration: boolean
  recordedBy: string | null
  recordedAt: Date
}

type Tables = {
  'organisation.unit': { id: string }
  'organisation.unitVersion': {
    unitId: string
    code: string | null
    name: string
    shortName: string | null
    kind: UnitKind
    level: Level
    parentId: string | null
    validFrom: Day
    validTo: Day | null
    follows: Day | null
    decisionId: string | null
    changeId: string | null
  }
  'organisation.unitPlace': UnitPlaceRow
  'organisation.decision': DecisionRow
  'organisation.change': {
    id: string
    kind: ChangeKind
    effectiveOn: Day
    decisionId: string | null
    article: string | null
    note: string | null
    basis: Basis
    recordedBy: string | null
  }
  'organisation.changeFrom': { changeId: string; unitId: string }
  'organisation.changeTo': { changeId: string; unitId: string }
  'organisation.changeShare': { changeId: string; fromUnitId: string; toUnitId: string; amount: number }
  'organisation.reach': { rootId: string; unitId: string }
  'organisation.structureState': { singleton: boolean; stamp: string; reachDay: Day }
  'organisation.official': OfficialRow
  'organisation.position': PositionRow
  'organisation.delegation': DelegationRow
}

/** Only this module's tables are visible here, so a query on another module's table does not compile. */
export const on = (tx: Tx) => tx.$extendTables<Tables>()

/** The rows in portions that stay below PostgreSQL's limit of parameters. */
export function portions<T>(rows: readonly T[], size = 2000): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )
}
