import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownAskRules } from '../showing-terms.ts'

export const listAskRules = operation(contract.listAskRules, async ({ tx }) => ({ rules: await shownAskRules(tx) }))
