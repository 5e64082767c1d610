import { idField } from '#kernel/fields.ts'
import { scopesOver } from '#modules/organisation/index.ts'
import type { WatchedTopics } from '#server/module.ts'
import { COMPLAINT_TOPICS, COMPLAINT_UNIT_TOPICS } from './contract.ts'
import { complaintIdsInSight } from './store/complaints.ts'

const READ = 'complaints:read'
const ids = (things: readonly string[]) => things.filter((thing) => idField.safeParse(thing).success)

/** Of a complaint hear its citizen and who sees it; of a unit's, who may read them there. */
export const watchedTopics: readonly WatchedTopics[] = [
  { prefix: COMPLAINT_TOPICS, permission: READ, mayWatch: ({ tx }, things) => complaintIdsInSight(tx, ids(things)) },
  {
    prefix: COMPLAINT_UNIT_TOPICS,
    permission: READ,
    async mayWatch(context, things) {
      const holds = await scopesOver(context, [READ], ids(things))
      return ids(things).filter((unitId) => holds(READ, unitId))
    },
  },
]
