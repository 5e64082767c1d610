import { idField } from '#kernel/fields.ts'
import type { WatchedTopics } from '#server/module.ts'
import { OWN_TOPICS } from './contract.ts'
import { draftIdsInSight } from './store/drafts.ts'

/** Of an application its citizen alone hears; no right of the administration shows one. */
export const watchedTopics: readonly WatchedTopics[] = [
  {
    prefix: OWN_TOPICS,
    permission: 'portal:own',
    mayWatch: ({ tx }, things) =>
      draftIdsInSight(
        tx,
        things.filter((thing) => idField.safeParse(thing).success),
      ),
  },
]
