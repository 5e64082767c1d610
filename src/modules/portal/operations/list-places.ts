import { searchFor } from '#kernel/text.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { formerNames, placesToday } from '../places.ts'

const MOST = 300

/** The communes of today, and what became of those that are no more. */
export const listPlaces = operation(contract.listPlaces, async (context, { q }) => {
  const answers = searchFor(q)
  const found = (await placesToday(context)).filter(({ name }) => q === '' || answers(name) !== null)
  return {
    places: found.slice(0, MOST),
    more: found.length > MOST,
    former: [...(await formerNames(context, q))],
  }
})
