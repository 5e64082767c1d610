import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownRules } from '../showing-terms.ts'

export const listHandOnRules = operation(contract.listHandOnRules, async ({ tx }) => ({ rules: await shownRules(tx) }))
