import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { SETTING_RULES, settingsFrom } from '../domain/settings.ts'
import { listSettingRows } from '../store/oversight.ts'

/** Every security setting with its bounds. */
export const listSettings = operation(contract.listSettings, async ({ tx }) => {
  const set = await listSettingRows(tx)
  const values = settingsFrom(Object.fromEntries([...set.values()].map(({ key, value }) => [key, value])))
  return {
    settings: SETTING_RULES.map((rule) => ({
      ...rule,
      value: values[rule.key],
      changedAt: set.get(rule.key)?.changedAt.toISOString() ?? null,
    })),
  }
})
