import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { readerOf } from '../notice-reader.ts'
import { unitNamer } from '../showing.ts'
import { countUnread, listNoticeRows } from '../store/notices.ts'

export const listComplaintNotices = operation(
  contract.listComplaintNotices,
  async ({ tx, actor, now }, { unread, before, limit }) => {
    const reader = readerOf(actor)
    const rows = await listNoticeRows(tx, reader, { unread, before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const nameOf = unitNamer(await loadStructure(tx), now)
    return {
      notices: shown.map(({ heldBy, ...rest }) => ({ ...rest, unit: nameOf(heldBy) })),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      unread: await countUnread(tx, reader),
    }
  },
)
