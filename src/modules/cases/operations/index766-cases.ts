import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { casesOfIndex } from '../engine/index-766.ts'
import { showByReading } from '../engine/report-cases.ts'
import { askedOf } from '../engine/report-days.ts'

export const index766Cases = operation(
  contract.index766Cases,
  async (context, { indicator, part, after, limit, ...days }) => {
    const asked = await askedOf(context, days)
    await showByReading(context)
    return casesOfIndex(asked, { indicator, part, after, limit })
  },
)
