import { Problem } from '#kernel/problem.ts'
import { shownNumber } from './queue.ts'
import type { TicketRow } from './store/tickets.ts'

/** Throws while the desk has somebody before it. */
export function requireIdle(called: readonly TicketRow[], desk: string): void {
  const current = called.find((row) => row.desk === desk && row.state === 'called')
  if (current) throw new Problem('conflict', 'appointments/desk-busy', '', { values: { shown: shownNumber(current) } })
}
