import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { FORM_COUNTS } from '../domain/form-ii-06.ts'
import { followedCases, showByReading } from '../engine/report-cases.ts'
import { askedOf } from '../engine/report-days.ts'

export const formII06Cases = operation(
  contract.formII06Cases,
  async (context, { column, field, after, limit, ...days }) => {
    const asked = await askedOf(context, days)
    await showByReading(context)
    return followedCases(asked, { follow: FORM_COUNTS[column], fieldCode: field, reach: 'subtree', after, limit })
  },
)
