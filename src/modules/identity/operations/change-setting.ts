import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { settingRule } from '../domain/settings.ts'
import { saveSetting } from '../store/oversight.ts'

/** Sets a security setting within its bounds. */
export const changeSetting = operation(contract.changeSetting, async ({ tx, now, actor }, { key, value }) => {
  const { min, max } = settingRule(key)
  if (value < min || value > max) {
    throw new Problem('rule-broken', 'identity/setting-out-of-bounds', 'Out of bounds.', { values: { min, max } })
  }
  await saveSetting(tx, { key, value, changedAt: now, changedBy: actor.id })
  return {}
})
