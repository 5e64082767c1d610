import type { UnreadProps } from '#ui/module.ts'
import { useOperation } from '#ui/query.ts'
import { listComplaintNotices, NOTICES_TOPIC } from '../contract/notices.ts'

/** How many notices of complaints are not read; counted anew when the server says that there are others. */
export function UnreadNotices({ children }: UnreadProps) {
  const { data } = useOperation(
    listComplaintNotices,
    { unread: true, limit: 1 },
    { topics: [NOTICES_TOPIC], keepPrevious: true },
  )
  return children(data?.unread ?? 0)
}
