import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import type { Handler } from '#server/events.ts'
import { ownTopic } from '../contract.ts'
import { findDraftOfCase, openTelling } from '../store/drafts.ts'

const About = z.object({ caseId: idField })

/** Whatever happens to a case is told to the pages of its citizen. */
const announceAfter = (on: string, name: string): Handler => ({
  name,
  on,
  async run({ tx, announce }, payload) {
    const { caseId } = About.parse(payload)
    await openTelling(tx)
    const draft = await findDraftOfCase(tx, caseId)
    if (draft) await announce(ownTopic(draft.id))
  },
})

export const announceNews: readonly Handler[] = [
  announceAfter('cases.acted', 'portal.announce-act'),
  announceAfter('cases.letter-written', 'portal.announce-letter'),
  announceAfter('cases.letters-read', 'portal.announce-reading'),
]
