import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listedRow } from '../shown.ts'
import { listAffected, listOfDay } from '../store/appointments.ts'

const PAGE = 200

export const listAppointments = operation(contract.listAppointments, async (context, { unitId, day, after }) => {
  const { tx } = context
  if (unitId) await requireScope(context, contract.listAppointments.permission, unitId)
  const page = { after, limit: PAGE + 1 }
  const found =
    unitId && day !== undefined ? await listOfDay(tx, unitId, day, page) : await listAffected(tx, unitId, page)
  const rows = []
  for (const row of found.slice(0, PAGE)) rows.push(await listedRow(tx, row))
  return { rows, after: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null }
})
