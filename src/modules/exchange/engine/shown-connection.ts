import type { z } from 'zod'
import type { Connection } from '../contract.ts'
import type { ConnectionRow } from '../store/tables.ts'

/** The connection without its secret. */
export function shownConnection(row: ConnectionRow, now: Date): z.input<typeof Connection> {
  const { id: _id, secret, cursor: _cursor, changedAt, pausedUntil, ...rest } = row
  return {
    ...rest,
    hasSecret: secret !== null,
    pausedUntil: pausedUntil !== null && pausedUntil > now ? pausedUntil : null,
    changedAt: row.version === 0 ? null : changedAt,
  }
}
