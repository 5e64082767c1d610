import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { handedOnFrom, showHandedOn } from '../handed-on.ts'

export const listHandedOn = operation(contract.listHandedOn, async (context, { before, limit }) => {
  const rows = await handedOnFrom(context, { before, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return {
    complaints: await showHandedOn(context, page),
    next: rows.length > limit ? (page.at(-1)?.actId ?? null) : null,
  }
})
