import { operation } from '#server/operation.ts'
import { catalogueOf } from '../catalogue.ts'
import * as contract from '../contract.ts'
import { listLifeEvents } from '../store/finding.ts'

export const listPublicPages = operation(contract.listPublicPages, async ({ tx, now }) => {
  const { services } = await catalogueOf(tx, now)
  const events = await listLifeEvents(tx)
  return {
    services: [...services.keys()],
    events: events.map(({ code }) => code),
    fields: [...new Set([...services.values()].map(({ fieldCode }) => fieldCode))],
  }
})
