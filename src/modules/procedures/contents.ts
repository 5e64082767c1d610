import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { ProcedureContent } from './domain/content.ts'
import { listContents } from './store/catalogue.ts'

const PAGE = 200

/** What procedures in force on the day say, so many after a code. */
export async function pageOfContents(tx: Tx, day: Day, page: { readonly after: string; readonly limit: number }) {
  const rows = await listContents(tx, day, page)
  return rows.map((row) => ({ ...row, content: ProcedureContent.parse(row.content) }))
}

/** What every procedure in force on the day says, by code, read page by page. */
export async function* contentsInForce(
  tx: Tx,
  day: Day,
): AsyncGenerator<{ id: string; procedureId: string; code: string; content: ProcedureContent }> {
  for (let after = ''; ; ) {
    const page = await pageOfContents(tx, day, { after, limit: PAGE })
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)?.code ?? ''
  }
}
