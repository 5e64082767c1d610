import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownReason } from '../engine/late.ts'
import { listLateReasons as listRows } from '../store/settings.ts'

export const listLateReasons = operation(contract.listLateReasons, async ({ tx }, { day = null }) => ({
  reasons: (await listRows(tx, day)).map(shownReason),
}))
