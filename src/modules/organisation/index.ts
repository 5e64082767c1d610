// The door of the module. Other modules may call:
//
//   loadStructure(tx)                          → Structure: every unit in all its time, as this transaction sees it. Cheap: kept in
//                                                memory until the structure changes. All functions below take it and are pure.
//   findUnitAt(structure, unitId, day)         → UnitVersion | undefined: what the unit is on that day
//   unitsAt(structure, day)                    → UnitVersion[]: all units of the day
//   childrenAt(structure, unitId, day)         → UnitVersion[]: directly under it
//   unitsUnder(structure, unitId, day)         → UnitVersion[]: the unit and everything under it, parents first
//   ancestorsOf(structure, unitId, day)        → UnitVersion[]: what it stands under, nearest first, without itself
//   findByCode(structure, { code, level, day })→ UnitVersion | undefined. A code is an attribute of a day: never keep it as a key.
//   decompose(structure, { unitId, structureDay, range: { from, to } })
//                                              → Contribution[]: whose facts, of which days, make up the unit as it stands in the
//                                                structure of `structureDay`. `to` is exclusive. Each contribution is
//                                                { sourceUnitId, covers: 'subtree' | 'own', fromDay, toDay (exclusive),
//                                                  share: { numerator, denominator } | null, quality }.
//                                                'subtree': everything recorded at the source or under it on those days (so a kept
//                                                total may be used); 'own': only what is recorded at the source itself.
//                                                quality 'exact' (share is 1), 'estimated' (share from population or area), or
//                                                'not-derivable' (share null: a part belongs here, nobody knows which).
//                                                No fact is named twice; what is not named contributes nothing.
//   formerAt(structure, day)                   → Former[]: units, and names of units, that are no more on the day, each with the
//                                                communes of the day to which its people belong
//   pointsAt(tx, day)                          → where units are found on the day, by their ids: latitude, longitude, accuracy, source
//   requireScope(context, permission, unitId)  → throws not-allowed when the actor holds the permission neither everywhere, nor at
//                                                the unit, nor over a root that reaches it
//   requireEverywhere(context, permission)     → throws not-allowed when the actor does not hold the permission everywhere
//   unitsReached(tx, unitId)           → ids of the unit and of all that a right over it reaches (under it, and merged into that)
//   scopesOver(context, permissions, unitIds) → (permission, unitId) => boolean: the same for many at once, in one query
//   findDecisions(tx, ids)             → decisions by their ids: number, issuer, title
//   delegationsInForce(tx, officialId, day)    → Delegation rows given *to* the official, not revoked, valid on the day. Whoever turns
//                                                them into rights must cut them to what the giver holds (fromOfficialId, accountId).
//   findOfficialOfAccount(tx, accountId)       → the official who signs in with the account
//   listOfficialsAt(tx, unitId, day)           → who holds a position there: name, title, account if recorded with one

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { keepReach } from './handlers/keep-reach.ts'
import { applyChange } from './operations/apply-change.ts'
import { createOfficial } from './operations/create-official.ts'
import { createUnit } from './operations/create-unit.ts'
import { delegate } from './operations/delegate.ts'
import { endPosition } from './operations/end-position.ts'
import { getUnit } from './operations/get-unit.ts'
import { holdPosition } from './operations/hold-position.ts'
import { importUnits } from './operations/import-units.ts'
import { listChanges } from './operations/list-changes.ts'
import { listDelegations } from './operations/list-delegations.ts'
import { listOfficials } from './operations/list-officials.ts'
import { listOfficialsOfUnit } from './operations/list-officials-of-unit.ts'
import { listUnits } from './operations/list-units.ts'
import { placeUnit } from './operations/place-unit.ts'
import { previewImport } from './operations/preview-import.ts'
import { revokeDelegation } from './operations/revoke-delegation.ts'
import { territoryAt } from './operations/territory-at.ts'
import { treeAt } from './operations/tree-at.ts'

export { decompose } from './domain/decomposition.ts'
export { formerAt } from './domain/former.ts'
export type { Structure } from './domain/structure.ts'
export { ancestorsOf, childrenAt, unitsAt, unitsUnder, versionAt as findUnitAt } from './domain/structure.ts'
export type { UnitVersion } from './domain/unit.ts'
export { findByCode } from './domain/view.ts'
export { findDecisions } from './store/decisions.ts'
export { delegationsInForce, findOfficialOfAccount, listOfficialsAt } from './store/officials.ts'
export { pointsAt } from './store/places.ts'
export { isInScope, requireEverywhere, requireScope, scopesOver } from './store/scope.ts'
export { loadStructure, unitsReached } from './store/structure.ts'

export const organisation: Module = {
  name: 'organisation',
  operations: [
    listUnits,
    treeAt,
    getUnit,
    territoryAt,
    createUnit,
    placeUnit,
    applyChange,
    listChanges,
    previewImport,
    importUnits,
    createOfficial,
    listOfficials,
    listOfficialsOfUnit,
    holdPosition,
    endPosition,
    delegate,
    revokeDelegation,
    listDelegations,
  ],
  handlers: [],
  schedules: [keepReach],
  problems,
}
