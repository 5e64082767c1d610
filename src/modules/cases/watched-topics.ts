import { idField } from '#kernel/fields.ts'
import { scopesOver } from '#modules/organisation/index.ts'
import type { WatchedTopics } from '#server/module.ts'
import { CASE_TOPICS, UNIT_TOPICS } from './contract/shapes.ts'
import { caseIdsInSight } from './store/cases.ts'

const READ = 'cases:read'
const ids = (things: readonly string[]) => things.filter((thing) => idField.safeParse(thing).success)

/** Who may not see a case does not hear that something happens to it; who may not read cases of a unit, not that something happens there. */
export const watchedTopics: readonly WatchedTopics[] = [
  { prefix: CASE_TOPICS, permission: READ, mayWatch: ({ tx }, things) => caseIdsInSight(tx, ids(things)) },
  {
    prefix: UNIT_TOPICS,
    permission: READ,
    async mayWatch(context, things) {
      const holds = await scopesOver(context, [READ], ids(things))
      return ids(things).filter((unitId) => holds(READ, unitId))
    },
  },
]
