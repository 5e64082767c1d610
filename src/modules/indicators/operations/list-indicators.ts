import { dayAt } from '#kernel/calendar.ts'
import { matches } from '#kernel/text.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listIndicatorsOn } from '../engine/definitions.ts'

export const listIndicators = operation(contract.listIndicators, async ({ tx, now }, { day, search }) => {
  const indicators = await listIndicatorsOn(tx, day ?? dayAt(now))
  if (search.trim() === '') return { indicators }
  return {
    indicators: indicators.filter(({ code, name }) => matches(search, `${name.vi} ${name.en} ${code}`) !== null),
  }
})
