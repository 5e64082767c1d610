import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { publicationRatios } from '../domain/publication.ts'
import { publicationFacts } from '../facts.ts'

export const listPublicationFacts = operation(contract.listPublicationFacts, async ({ tx, now }, { from, to }) => {
  const facts = await publicationFacts(tx, { from, to, today: dayAt(now) })
  return { ...publicationRatios(facts, { from, to }), facts }
})
