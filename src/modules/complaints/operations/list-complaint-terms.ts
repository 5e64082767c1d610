import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownTerms } from '../showing-terms.ts'

export const listComplaintTerms = operation(contract.listComplaintTerms, async ({ tx }) => ({
  terms: await shownTerms(tx),
}))
