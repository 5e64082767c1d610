import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashOfName } from '../credentials/token.ts'
import { listAccountRows } from '../store/accounts.ts'
import { listLocks } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'
import { unitNamesOn } from '../units.ts'

/** One page of the accounts of the actor's scope. */
export const listAccounts = operation(contract.listAccounts, async ({ tx, now }, filter) => {
  const { total, rows } = await listAccountRows(tx, filter)
  const nameOf = await unitNamesOn(tx, dayAt(now))
  // Only after the rows were read: from here on row security no longer limits them.
  await openCredentials(tx)
  const locks = await listLocks(
    tx,
    rows.map(({ signInName }) => hashOfName(signInName)),
    now,
  )
  return {
    total,
    accounts: rows.map((row) => ({
      id: row.id,
      signInName: row.signInName,
      displayName: row.displayName,
      kind: row.kind,
      unitId: row.unitId,
      unitName: nameOf(row.unitId),
      status: row.status,
      lockedUntil: locks.get(hashOfName(row.signInName).toString('hex'))?.toISOString() ?? null,
      secondFactor: row.secondFactor,
      lastSignedInAt: row.lastSignedInAt?.toISOString() ?? null,
      roles: row.roles,
    })),
  }
})
