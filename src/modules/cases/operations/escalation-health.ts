import { operation } from '#server/operation.ts'
import { escalationHealth as contract } from '../contract/watch.ts'
import { watchOverRules } from '../watch-over-rules.ts'

export const escalationHealth = operation(contract, async ({ tx, now }) => ({ rules: await watchOverRules(tx, now) }))
