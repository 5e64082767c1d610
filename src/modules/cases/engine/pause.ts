import type { ActDetails } from '../domain/act.ts'
import { outstandingVnd } from '../domain/fees.ts'
import { endPause, insertPause } from '../store/parts.ts'
import type { PauseRow } from '../store/tables.ts'
import type { Acting, Around, Opened } from './acting.ts'
import { reckon } from './due.ts'

type Begin = { readonly kind: PauseRow['kind']; readonly stops: boolean; readonly reason: string }
type Pausing = { readonly details: Pick<ActDetails, 'dueAt' | 'stopsClock'>; readonly around: Around }

/** From now on something is awaited from outside. The clock stands still only with a legal ground, and only when it was running. */
export function beginPause({ tx, newId, now }: Acting, { row }: Opened, { kind, stops, reason }: Begin): Pausing {
  const stopsClock = stops && row.dueAt !== null
  const pause = { id: newId(), caseId: row.id, kind, fromAt: now, toAt: null, stopsClock, reason }
  return {
    details: { stopsClock, ...(stopsClock && { dueAt: null }) },
    around: { parts: () => insertPause(tx, pause), due: { kind: 'pause', reason } },
  }
}

/** Whether a case that waits for money waits no longer once so much has come or is waived. */
export function settlesAll({ row }: Opened, amountVnd: number): boolean {
  return row.business === 'payment' && outstandingVnd(row) <= amountVnd
}

/** What was awaited has come: the pause is over, and the due moment counted with it. */
export async function endedPause(context: Acting, { row }: Opened, reason: string): Promise<Pausing> {
  await endPause(context.tx, row.id, context.now)
  if (row.dueAt !== null || row.receivedAt === null) return { details: {}, around: {} }
  const deadline = await reckon(context, row)
  return {
    details: { dueAt: deadline?.dueAt?.toISOString() ?? null },
    around: { due: { kind: 'resume', reason } },
  }
}
