import { compareVi } from '#kernel/text.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { requireAsked } from '../asked-days.ts'
import * as contract from '../contract.ts'
import { sumCounted } from '../store/counted.ts'
import { goalOn } from '../store/goals.ts'

type Row = contract.FiguresOfCounters['rows'][number]

export const getFiguresOfCounters = operation(contract.getFiguresOfCounters, async (context, { by, ...span }) => {
  await requireAsked(context, contract.getFiguresOfCounters.permission, span)
  const { tx } = context
  const sums = await sumCounted(tx, span, by)
  const { byUnit } = await loadStructure(tx)
  const rows = [...Map.groupBy(sums, ({ unitId, desk, day }) => `${unitId} ${desk} ${day}`).values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const { unitId, desk, day } = first
    const unitName = unitId === null ? '' : (byUnit.get(unitId)?.at(-1)?.name ?? '')
    const deskName = of.find((one) => one.deskName !== null)?.deskName ?? null
    return [{ unitId, unitName, desk, deskName, day, counts: added(of) }]
  })
  return { rows: rows.toSorted(inOrder), total: added(sums), goalMinutes: await goalOn(tx, span.to) }
})

const inOrder = (a: Row, b: Row): number =>
  (b.day ?? '').localeCompare(a.day ?? '') ||
  compareVi(a.unitName, b.unitName) ||
  compareVi(a.deskName ?? '\uffff', b.deskName ?? '\uffff')

function added(sums: readonly { readonly measure: string; readonly value: number }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { measure, value } of sums) counts[measure] = (counts[measure] ?? 0) + value
  return counts
}
