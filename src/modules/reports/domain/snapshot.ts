import type { FilledReport } from './filled.ts'

/** What is frozen when a report is issued: everything needed to print and explain it for ever. */
export type Snapshot = {
  readonly format: 'haidang-report-1'
  readonly template: { readonly code: string; readonly version: number }
  readonly document: FilledReport
}

/** JSON with keys in order and no spaces: equal values give equal text on every machine. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 over the canonical JSON, as 64 hex digits; anybody with the snapshot can compute it again. */
export async function sealOf(snapshot: Snapshot): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(snapshot)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
