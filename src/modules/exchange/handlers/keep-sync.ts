import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { setSync } from '#modules/cases/index.ts'
import type { Handler } from '#server/events.ts'
import { EXCHANGE_TOPIC } from '../contract.ts'
import { syncOf } from '../domain/sending.ts'
import { countOfCase, findLink } from '../store/outgoing.ts'

/** What was sent, parked or compared becomes the fourth state of the case. */
export const keepSync: Handler = {
  name: 'exchange.keep-sync',
  on: 'exchange.moved',
  async run(context, payload) {
    const { caseId } = z.object({ caseId: idField }).parse(payload)
    const link = await findLink(context.tx, caseId)
    if (!link) return
    const counts = await countOfCase(context.tx, caseId)
    await setSync(context, caseId, syncOf({ ...counts, agrees: link.agrees === true }))
    await context.announce(EXCHANGE_TOPIC)
  },
}
