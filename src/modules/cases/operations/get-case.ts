import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { readCase } from '../engine/acting.ts'
import { showCase } from '../engine/show.ts'

export const getCase = operation(contract.getCase, async (context, { caseId }) =>
  showCase(context, await readCase(context, contract.getCase, caseId)),
)
