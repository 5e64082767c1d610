import { operation } from '#server/operation.ts'
import { getWatchSettings as contract } from '../contract/watch.ts'
import { findWatchSettings } from '../store/apologies.ts'

export const getWatchSettings = operation(contract, async ({ tx }) => findWatchSettings(tx))
