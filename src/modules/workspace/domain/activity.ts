import { CALENDAR, CUT_OFF, PERIOD_KINDS, type Period, periodContaining, periodRange } from '#kernel/period.ts'

/** The events that people are told of under "latest changes". */
export const ACTIVITY_EVENTS = [
  'organisation.change-applied',
  'indicators.measure-defined',
  'indicators.indicator-defined',
  'indicators.target-set',
  'indicators.form-defined',
  'indicators.observations-imported',
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
const KEPT =
  /(?:Id|^code|^level|^form|^number|^period|^periodFrom|^periodTo|^version|^values|^effectiveOn|^decisionNumber)$/

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

type Happened = { readonly event: string; readonly at: string; readonly unit: { readonly id: string } | null }

/** Things of one kind at one unit that followed each other within ten minutes are told once, with their number. */
const TOGETHER_MS = 10 * 60_000

/** A list, newest first, with runs of the same thing gathered under the newest of the run. */
export function gathered<T extends Happened>(
  list: readonly T[],
): readonly { readonly first: T; readonly count: number }[] {
  const runs: { first: T; last: T; count: number }[] = []
  for (const each of list) {
    const run = runs.at(-1)
    if (run && isSameRun(run.last, each)) {
      run.last = each
      run.count++
    } else runs.push({ first: each, last: each, count: 1 })
  }
  return runs
}

function isSameRun(later: Happened, earlier: Happened): boolean {
  const isSame = later.event === earlier.event && later.unit?.id === earlier.unit?.id
  return isSame && Date.parse(later.at) - Date.parse(earlier.at) <= TOGETHER_MS
}

/** The period that runs from one day to another, by cut-off or by the calendar; `null` when none does. */
export function periodOfDays(from: string, to: string): Period | null {
  for (const regime of [CUT_OFF, CALENDAR]) {
    for (const kind of PERIOD_KINDS) {
      const period = periodContaining(to, kind, regime)
      const range = period && periodRange(period, regime)
      if (range?.from === from && range.to === to) return period
    }
  }
  return null
}
