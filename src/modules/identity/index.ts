// The door of the module. Other modules may call:
//
//   identify(credentials, db)            → Actor | null: who asks, with the rights in force at this moment
//   giveDemonstrationSignIn(db, signIn)  → sets a fixed password and seed on an account and shows it on the sign-in page;
//                                          for demonstration data alone
//   placesHolding(tx, permission, day)   → the units at which an active account holds the permission directly; null: everywhere
//   holdersAt(tx, permission, unitId, day) → the active accounts that hold the permission directly at the unit: id and name
//   accountsHolding(tx, { accountIds, permissions, unitId, now })
//                                        → those of the accounts that hold one of the permissions over the unit at that moment
//   listAccountsOf(tx, { officialIds, accountIds }) → the active accounts of officials: id, name, official
//   createFirstAdministrator(db)         → a temporary password for the first account of an empty installation, or null
import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { disableUnused } from './handlers/disable-unused.ts'
import { tidy } from './handlers/tidy.ts'
import { operations } from './operations.ts'

export { giveDemonstrationSignIn } from './demonstration.ts'
export { createFirstAdministrator } from './first-administrator.ts'
export { accountsHolding } from './holding.ts'
export { identify } from './identify.ts'
export { listAccountsOf } from './store/accounts.ts'
export { holdersAt, placesHolding } from './store/rights.ts'

export const identity: Module = {
  name: 'identity',
  operations,
  handlers: [],
  schedules: [disableUnused, tidy],
  problems,
}
