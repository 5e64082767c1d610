/** A report may be so much older or newer than now. */
const TOLERANCE_SECONDS = 300

/** What is signed: `id.timestamp.payload`, as of Standard Webhooks. */
export function signedText(id: string, timestamp: number, payload: string): string {
  return `${id}.${timestamp}.${payload}`
}

/** Whether a time stamp in seconds is near enough to now. */
export function isFresh(timestamp: number, now: Date): boolean {
  return Math.abs(now.getTime() / 1000 - timestamp) <= TOLERANCE_SECONDS
}

/** The signatures of version 1 in a header that may hold several, as while a secret is changed. */
export function signaturesIn(header: string): string[] {
  return header.split(' ').flatMap((part) => (part.startsWith('v1,') ? [part.slice(3)] : []))
}
