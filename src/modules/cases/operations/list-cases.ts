import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { LIST_RULES } from '../domain/lists.ts'
import { type PageMark, readMark, writeMark } from '../domain/page-mark.ts'
import type { List } from '../domain/words.ts'
import { listAsker } from '../list-asker.ts'
import type { ListedRow } from '../store/list-rows.ts'
import { listPage, mostCounted } from '../store/lists.ts'
import { summarise } from '../summary.ts'
import { momentsAt } from '../working-time.ts'

export const listCases = operation(contract.listCases, async (context, { list, after, limit, ...filter }) => {
  const { tx, now } = context
  const mark = after === undefined ? null : markOf(after, list)
  // Asked for in any case: lines of a list are told by the same calendar. A list without a due window does not wait for it.
  const coming = momentsAt(tx, now)
  const read = async () => {
    const asker = await listAsker(context, filter)
    const moments = LIST_RULES[list].due ? await coming : null
    return listPage(tx, { list, asker, filter, moments }, { after: mark, limit })
  }
  const [{ rows, total, more }] = await Promise.all([read(), coming])
  return {
    cases: await summarise(tx, rows, now),
    total: total !== null && total > mostCounted(list, filter) ? null : total,
    next: more ? nextMark(list, rows.at(-1)) : null,
  }
})

/** Throws invalid-input when the text is no mark of this list's order. */
function markOf(text: string, list: List): PageMark {
  const mark = readMark(text, LIST_RULES[list].order)
  if (mark) return mark
  throw new Problem('invalid-input', 'platform/invalid-input', 'Some fields are not right.', {
    errors: [{ path: 'after', code: 'cases/bad-page-mark', message: 'cases/bad-page-mark' }],
  })
}

function nextMark(list: List, last: ListedRow | undefined): string | null {
  return last ? writeMark({ order: LIST_RULES[list].order, at: last.orderAt, id: last.id }) : null
}
