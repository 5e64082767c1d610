/** How long a code of an authenticator app is valid, and the unit in which its time is counted. */
export const STEP_SECONDS = 30

/** The step of a code that matched `delta` steps from now; null when this or a later step was used already. */
export function acceptedStep(now: Date, delta: number, lastStep: number): number | null {
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta
  return step > lastStep ? step : null
}
