import { operation } from '#server/operation.ts'
import { markNoticesRead as contract, NOTICES_TOPIC } from '../contract/watch.ts'
import { readerOf } from '../notice-reader.ts'
import { markRead } from '../store/notices.ts'

export const markNoticesRead = operation(contract, async ({ tx, actor, now, announce }, { noticeIds }) => {
  const marked = await markRead(tx, readerOf(actor), noticeIds, now)
  if (marked > 0) await announce(NOTICES_TOPIC)
  return { marked }
})
