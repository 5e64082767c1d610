import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { setWatchSettings as contract, WATCH_TOPIC } from '../contract/watch.ts'
import { findWatchSettings, putWatchSettings } from '../store/apologies.ts'

export const setWatchSettings = operation(contract, async (context, { apologyHours, likelihoodPercent }) => {
  requireEverywhere(context, contract.permission)
  await putWatchSettings(context.tx, { apologyHours, likelihoodPercent }, context.now)
  await context.announce(WATCH_TOPIC)
  return findWatchSettings(context.tx)
})
