type Schedule = {
  readonly everySeconds: number
  readonly nextAt: Date
  readonly lastAt: Date | null
  readonly lastError: string | null
}

/** A run may be this much behind its time before it counts as late. */
const GRACE_SECONDS = 60

/** Whether a schedule does what it should: a rule that cannot fire must be seen. */
export function scheduleState(schedule: Schedule, now: Date): 'well' | 'failing' | 'late' | 'waiting' {
  if (schedule.lastError !== null) return 'failing'
  if (now.getTime() > schedule.nextAt.getTime() + GRACE_SECONDS * 1000) return 'late'
  return schedule.lastAt === null ? 'waiting' : 'well'
}
