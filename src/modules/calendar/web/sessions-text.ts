import type { Session } from '#kernel/work-time/working-calendar.ts'

/** Sessions as people write them: `07:30–11:30, 13:00–17:00`. */
export function sessionsText(sessions: readonly Session[]): string {
  return sessions.map(({ from, to }) => `${from}–${to}`).join(', ')
}
