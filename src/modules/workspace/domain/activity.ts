/** The events that people are told of under "latest changes". */
export const ACTIVITY_EVENTS = [
  'organisation.change-applied',
  'indicators.measure-defined',
  'indicators.indicator-defined',
  'indicators.target-set',
  'indicators.sheet-submitted',
  'indicators.sheet-approved',
  'indicators.sheet-returned',
  'indicators.sheet-reopened',
  'reports.template-saved',
  'reports.drafted',
  'reports.submitted',
  'reports.returned',
  'reports.signed',
  'reports.issued',
  'reports.commented',
] as const
export type ActivityEvent = (typeof ACTIVITY_EVENTS)[number]

/** What of an event's payload may stand in the list: ids, codes, periods and numbers, which name a thing but tell nothing of a person. */
const KEPT = /(?:Id|^code|^level|^form|^number|^period|^version|^effectiveOn|^decisionNumber)$/

/** The payload's part that is kept with an activity. */
export function keptValues(payload: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const kept: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(payload)) {
    if (!KEPT.test(name)) continue
    if (typeof value === 'number' && Number.isFinite(value)) kept[name] = value
    if (typeof value === 'string' && value.length <= 200) kept[name] = value
  }
  return kept
}
