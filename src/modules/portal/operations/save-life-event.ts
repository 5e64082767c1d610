import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { catalogueOf } from '../catalogue.ts'
import * as contract from '../contract.ts'
import { putLifeEvent } from '../store/finding.ts'

export const saveLifeEvent = operation(contract.saveLifeEvent, async (context, { code, name, place, procedures }) => {
  const { tx, now } = context
  requireEverywhere(context, contract.saveLifeEvent.permission)
  const { services } = await catalogueOf(tx, now)
  const unknown = procedures.find((one) => !services.has(one))
  if (unknown !== undefined) throw new Problem('not-found', 'portal/unknown-service')
  await putLifeEvent(tx, { code, nameVi: name.vi, nameEn: name.en, place, procedures })
  return { code, name, procedures }
})
