import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listRules } from '../store/publication.ts'

export const listPublicationRules = operation(contract.listPublicationRules, async ({ tx }) => ({
  rules: await listRules(tx),
}))
