import { dayAt } from '#kernel/calendar.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { orderFor, queueOf, queueTicket, requireDesk } from '../queue.ts'

export const getDesk = operation(contract.getDesk, async (context, { unitId, desk }) => {
  const { tx, now } = context
  await requireScope(context, contract.getDesk.permission, unitId)
  const { name, lines } = await requireDesk(tx, unitId, desk, now)
  const queue = await queueOf(tx, unitId, dayAt(now))
  const here = queue.called.filter((row) => row.desk === desk)
  const current = here.find(({ state }) => state === 'called')
  return {
    name,
    current: current ? queueTicket(current, null, now) : null,
    waiting: orderFor(queue, lines, desk, now).map(({ row, because }) => queueTicket(row, because, now)),
    absent: here.filter(({ state }) => state === 'absent').map((row) => queueTicket(row, null, now)),
    done: here.filter(({ state }) => state === 'done').length,
  }
})
