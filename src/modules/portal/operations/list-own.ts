import { operation } from '#server/operation.ts'
import { catalogueOf } from '../catalogue.ts'
import * as contract from '../contract.ts'
import { listDrafts } from '../store/drafts.ts'

const PAGE = 50

export const listOwn = operation(contract.listOwn, async ({ tx, actor, now }, { after }) => {
  const { services } = await catalogueOf(tx, now)
  const rows = await listDrafts(tx, { citizenId: actor.id, after, limit: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  return {
    rows: page.flatMap(({ id, state, procedureCode, caseCode, changedAt }) => {
      const name = services.get(procedureCode)?.name ?? { vi: procedureCode, en: procedureCode }
      return state === 'dropped' ? [] : [{ id, state, procedureCode, name, caseCode, changedAt }]
    }),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
})
