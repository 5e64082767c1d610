import { matches } from '#kernel/text.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownMeasure } from '../engine/shown.ts'
import * as store from '../store/definitions.ts'

export const listMeasures = operation(contract.listMeasures, async ({ tx }, { search }) => {
  const measures = (await store.listMeasures(tx)).map(shownMeasure)
  if (search.trim() === '') return { measures }
  return {
    measures: measures.filter(
      ({ code, name, topic }) => matches(search, `${name.vi} ${name.en} ${topic} ${code}`) !== null,
    ),
  }
})
