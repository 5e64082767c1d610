import { operation } from '#server/operation.ts'
import { listIncoming as contract } from '../contract.ts'
import { listTold } from '../store/incoming.ts'

export const listIncoming = operation(contract, async ({ tx }, { state, before, limit }) => {
  const rows = await listTold(tx, { state, before, limit })
  return {
    incoming: rows.map(({ payload, faults, ...row }) => ({ ...row, faults: [...faults], record: payload })),
    next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
  }
})
