import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase } from '../engine/acting.ts'
import { eachAlone } from '../engine/each-alone.ts'
import { transfer } from './transfer-case.ts'

export const transferCases = operation(contract.transferCases, async (context, { cases, ...given }) =>
  eachAlone(context, cases, async (one) => {
    const opened = await openCase(context, contract.transferCases, 'transfer', one)
    const { id: caseId, version } = await transfer(context, opened, given)
    return { caseId, version }
  }),
)
