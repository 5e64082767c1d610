import { dayAt } from '#kernel/calendar.ts'
import { pageOfContents } from '#modules/procedures/index.ts'
import { operation } from '#server/operation.ts'
import { CATALOGUE_PAGE, counterCatalogue as contract } from '../contract.ts'

export const counterCatalogue = operation(contract, async ({ tx, now }, { after }) => {
  const page = await pageOfContents(tx, dayAt(now), { after, limit: CATALOGUE_PAGE })
  return {
    procedures: page
      .filter(({ content }) => content.channels.includes('counter'))
      .map(({ code, id: versionId, content }) => ({ code, versionId, content })),
    after: page.length < CATALOGUE_PAGE ? null : (page.at(-1)?.code ?? null),
  }
})
