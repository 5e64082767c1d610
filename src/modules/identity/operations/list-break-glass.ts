import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { emergencyShown } from '../emergency-shown.ts'
import { listEmergencies } from '../store/rights.ts'

/** The last uses of emergency rights, newest first. */
export const listBreakGlass = operation(contract.listBreakGlass, async ({ tx, now }, { limit }) => ({
  uses: (await listEmergencies(tx, { limit })).map((row) => emergencyShown(row, now)),
}))
