import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { LISTS } from '../domain/words.ts'
import { listAsker } from '../list-asker.ts'
import { countLists, mostCounted } from '../store/lists.ts'
import { momentsAt } from '../working-time.ts'

export const countCases = operation(contract.countCases, async (context, filter) => {
  const { tx, now } = context
  const [asker, moments] = await Promise.all([listAsker(context, filter), momentsAt(tx, now)])
  const counts = await countLists(tx, { asker, filter, moments })
  return {
    counts: LISTS.map((list, index) => {
      const [count, most] = [counts[index] ?? 0, mostCounted(list, filter)]
      return { list, count: Math.min(count, most), more: count > most }
    }),
  }
})
