import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownReason } from '../engine/late.ts'
import { listLateReasons, putLateReason } from '../store/settings.ts'

export const saveLateReason = operation(contract.saveLateReason, async (context, input) => {
  requireEverywhere(context, contract.saveLateReason.permission)
  const { code, name, validFrom, validTo } = input
  await putLateReason(context.tx, { code, nameVi: name.vi, nameEn: name.en, validFrom, validTo })
  return { reasons: (await listLateReasons(context.tx, null)).map(shownReason) }
})
