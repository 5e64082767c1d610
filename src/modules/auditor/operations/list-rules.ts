import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { RULES } from '../domain/rules/list.ts'

export const listRules = operation(contract.listRules, async () => ({
  rules: RULES.map(({ id, title, about }) => ({ id, title, about })),
}))
