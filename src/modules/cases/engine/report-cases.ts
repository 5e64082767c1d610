import { type Day, isDay } from '#kernel/calendar.ts'
import { type Context, scopeFor } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import { CASE_MEASURES } from '../domain/measures.ts'
import { STOCK_COUNTS, STOCKS, type Stock } from '../domain/report-tables.ts'
import { type Listing, listCountedCases, type Page } from '../store/counted-cases.ts'
import { type Follow, listFollowed } from '../store/stays.ts'
import { type Asked, type Reach, spansOf, spansUntil, unitRef } from './report-days.ts'

const isStock = (what: string): what is Stock => STOCKS.some((stock) => stock === what)

/** From here on a case is shown by the right to read cases: who may read a figure may not therefore read what it is made of. */
export async function showByReading({ tx, actor }: Pick<Context, 'tx' | 'actor'>): Promise<void> {
  await setRowScope(tx, actor, scopeFor(actor, 'cases:read'))
}

/** The cases behind a figure, a page at a time. */
export async function casesBehind(
  asked: Asked,
  { what, reach, after, limit }: { what: string; reach: Reach; after: string | undefined; limit: number },
) {
  const units = [{ unitId: asked.unitId, reach }]
  if (isStock(what)) return followedCases(asked, { follow: STOCK_COUNTS[what], reach, after, limit })
  if (!CASE_MEASURES.some(({ code }) => code === what)) throw new Error(`No measure of cases is called ${what}.`)
  const page = { after: readMark(after), limit: limit + 1 }
  return shownListing(asked, await listCountedCases(asked.tx, what, spansOf(asked, units).spans, page), limit)
}

type FollowedAsked = {
  readonly follow: Follow
  readonly fieldCode?: string | undefined
  readonly reach: Reach
  readonly after: string | undefined
  readonly limit: number
}

/** The cases of a count of what was there in the days asked, a page at a time; of one field if one is named. */
export async function followedCases(asked: Asked, { follow, fieldCode, reach, after, limit }: FollowedAsked) {
  const { spans } = spansUntil(asked, [{ unitId: asked.unitId, reach }])
  const page = { after: readMark(after), limit: limit + 1 }
  return shownListing(
    asked,
    await listFollowed(asked.tx, { follow, fieldCode, spans, window: asked.window }, page),
    limit,
  )
}

/** A page as it travels: what the reader's units do not reach is counted and masked. */
export function shownListing(asked: Asked, { rows, total }: Listing, limit: number) {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map((row) => ({
      day: row.day,
      value: row.value,
      unit: unitRef(asked, row.unitId),
      case:
        row.visibleId === null || row.business === null
          ? null
          : {
              id: row.visibleId,
              code: row.code,
              procedureName: row.procedureName ?? '',
              business: row.business,
              receivedAt: row.receivedAt,
              dueAt: row.dueAt,
              endedAt: row.endedAt,
            },
    })),
    total,
    masked: page.filter(({ visibleId }) => visibleId === null).length,
    next: last ? `${last.day} ${last.caseId}` : null,
  }
}

/** The mark of a page; a spoilt one begins again. */
export function readMark(after: string | undefined): Page['after'] {
  const [day = '', caseId = ''] = (after ?? '').split(' ')
  return isDay(day) && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(caseId) ? { day: day satisfies Day, caseId } : null
}
