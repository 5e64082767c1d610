import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { NOTICES_TOPIC } from '../contract.ts'
import { readerOf } from '../notice-reader.ts'
import { markRead } from '../store/notices.ts'

export const markComplaintNoticesRead = operation(
  contract.markComplaintNoticesRead,
  async ({ tx, actor, now, announce }, { noticeIds }) => {
    const marked = await markRead(tx, readerOf(actor), noticeIds, now)
    if (marked > 0) await announce(NOTICES_TOPIC)
    return { marked }
  },
)
