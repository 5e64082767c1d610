import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { requireAsked } from '../asked-days.ts'
import * as contract from '../contract.ts'
import { shownCode } from '../domain/code.ts'
import { shownNumber } from '../queue.ts'
import { listCounted as listRows, sumOf } from '../store/counted.ts'

export const listCounted = operation(contract.listCounted, async (context, { after, limit, ...span }) => {
  await requireAsked(context, contract.listCounted.permission, span)
  const { tx } = context
  const { byUnit } = await loadStructure(tx)
  const found = await listRows(tx, span, { after, limit: limit + 1 })
  const rows = found.slice(0, limit).map(({ subjectKind: kind, subjectId: id, line, number, code, ...row }) => ({
    kind,
    id,
    label: line !== null && number !== null ? shownNumber({ line, number }) : shownCode(code ?? ''),
    unitName: byUnit.get(row.unitId)?.at(-1)?.name ?? '',
    desk: row.deskName,
    day: row.day,
    value: row.value,
  }))
  return { rows, ...(await sumOf(tx, span)), after: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
})
