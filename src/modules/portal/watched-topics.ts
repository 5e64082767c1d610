import { idField } from '#kernel/fields.ts'
import type { WatchedTopics } from '#server/module.ts'
import { OWN_TOPICS } from './contract.ts'
import { draftsInSight } from './store/drafts.ts'

/** Of an application its citizen alone hears; no right of the administration shows one. */
export const watchedTopics: readonly WatchedTopics[] = [
  {
    prefix: OWN_TOPICS,
    permission: 'portal:own',
    async mayWatch({ tx }, things) {
      const ids = things.filter((thing) => idField.safeParse(thing).success)
      return (await draftsInSight(tx, ids)).map(({ id }) => id)
    },
  },
]
