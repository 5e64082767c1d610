import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { proceduresOfIndex } from '../engine/index-766.ts'
import { askedOf } from '../engine/report-days.ts'
import { shownProcedures } from '../engine/report-procedures.ts'

export const index766Procedures = operation(
  contract.index766Procedures,
  async (context, { indicator, part, ...days }) =>
    shownProcedures(await proceduresOfIndex(await askedOf(context, days), { indicator, part })),
)
