import { operation } from '#server/operation.ts'
import { listNotices as contract } from '../contract/watch.ts'
import { readerOf } from '../notice-reader.ts'
import { countUnread, listNoticeRows } from '../store/notices.ts'

export const listNotices = operation(contract, async ({ tx, actor }, { unread, before, limit }) => {
  const reader = readerOf(actor)
  const rows = await listNoticeRows(tx, reader, { unread, before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    notices: shown.map(({ nameVi, nameEn, ...rest }) => ({
      ...rest,
      ruleName: nameVi === null || nameEn === null ? null : { vi: nameVi, en: nameEn },
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    unread: await countUnread(tx, reader),
  }
})
