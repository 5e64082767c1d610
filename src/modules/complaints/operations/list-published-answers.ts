import { dayAt } from '#kernel/calendar.ts'
import { readMark, writeMark } from '#kernel/page-mark.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { findInForce } from '#modules/procedures/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { unitNamer } from '../showing.ts'
import { listPublications } from '../store/publications.ts'

export const listPublishedAnswers = operation(contract.listPublishedAnswers, async ({ tx, now }, { after, limit }) => {
  const rows = await listPublications(tx, { after: readMark(after), limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const nameOf = unitNamer(await loadStructure(tx), now)
  const codes = new Set(page.flatMap(({ procedureCode }) => procedureCode ?? []))
  const names = new Map<string, { vi: string; en: string }>()
  for (const code of codes) {
    const version = await findInForce(tx, code, dayAt(now))
    if (version) names.set(code, version.content.name)
  }
  return {
    answers: page.map(({ id, unitId, topic, procedureCode, question, answer, outcome, answeredOn, onTime }) => ({
      id,
      topic,
      question,
      answer,
      outcome,
      answeredOn,
      onTime,
      unit: nameOf(unitId),
      procedureName: procedureCode === null ? null : (names.get(procedureCode) ?? null),
    })),
    next: last ? writeMark({ at: last.publishedAt, id: last.id }) : null,
  }
})
