import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { mayReadDrafts } from '../publishing.ts'
import { shownVersion } from '../shown.ts'
import { countProcedures, listPage } from '../store/catalogue.ts'

export const listProcedures = operation(
  contract.listProcedures,
  async ({ tx, now, actor }, { after, limit, ...input }) => {
    const isInside = mayReadDrafts(actor)
    if (input.show === 'drafts' && !isInside) {
      throw new Problem('not-allowed', 'platform/not-allowed', '', { values: { permission: 'procedures:read' } })
    }
    const filter = { ...input, day: input.day ?? dayAt(now) }
    const rows = await listPage(tx, filter, { after, limit: limit + 1 })
    const page = rows.slice(0, limit)
    return {
      day: filter.day,
      total: await countProcedures(tx, filter),
      procedures: page.map((row) => ({
        id: row.procedureId,
        code: row.code,
        version: shownVersion(row),
        field: { code: row.fieldCode, name: { vi: row.fieldNameVi, en: row.fieldNameEn } },
        levels: row.levels,
        applicants: row.applicants,
        hasDraft: isInside && row.hasDraft,
      })),
      next: rows.length > limit ? (page.at(-1)?.code ?? null) : null,
    }
  },
)
