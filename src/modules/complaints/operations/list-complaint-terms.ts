import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listTerms } from '../store.ts'

export const listComplaintTerms = operation(contract.listComplaintTerms, async ({ tx }) => ({
  terms: await listTerms(tx),
}))
