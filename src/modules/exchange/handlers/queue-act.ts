import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { setSync } from '#modules/cases/index.ts'
import type { Handler } from '#server/events.ts'
import { queueAct } from '../engine/queue.ts'
import { getConnection } from '../store/connection.ts'

const Acted = z.object({ caseId: idField, number: z.int(), competentUnitId: idField })

/** Every act on a case is told to the national portal, in order, as soon as there is a connection. */
export const queueActs: Handler = {
  name: 'exchange.queue-act',
  on: 'cases.acted',
  async run(context, payload) {
    const connection = await getConnection(context.tx)
    if (connection.kind === 'none') return
    const { caseId, number, competentUnitId: unitId } = Acted.parse(payload)
    const queued = await queueAct(context, connection, { caseId, number, unitId })
    const { pausedUntil } = connection
    const isAway = pausedUntil !== null && pausedUntil > context.now
    // In quiet times what is queued is sent a moment later: only a first act and a portal that is away are worth a state of their own.
    if (queued > 0 && (number === 1 || isAway)) await setSync(context, caseId, 'pending')
  },
}
