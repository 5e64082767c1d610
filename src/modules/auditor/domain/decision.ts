import type { Finding } from './finding.ts'
import type { State } from './finding-words.ts'
import type { Words } from './words.ts'

export const DECISIONS = ['accepted', 'dismissed', 'reopened'] as const
/** `accepted`: it is a mistake and will be corrected. `dismissed`: it is none, for a reason. `reopened`: neither holds any more. */
export type DecisionKind = (typeof DECISIONS)[number]

/** What somebody made of a finding, and of which version of the report. Decisions are added, never changed. */
export type Decision = {
  readonly decision: DecisionKind
  /** Empty when none was asked for. */
  readonly reason: string
  readonly byName: string
  /** ISO instant. */
  readonly at: string
  /** The version of the report in which it was decided, from 1. */
  readonly version: number
  /** What the document said then. */
  readonly stated: Words
}

/** A decision with the keys of the finding it is about. */
export type KeyedDecision = Decision & { readonly key: string; readonly placeKey: string }

export type Decided = {
  readonly state: State
  /** The last word on this very finding; `null` when nobody has decided. */
  readonly decision: Decision | null
  /** With nothing decided: the last word on the same place when it held other numbers. */
  readonly earlier: Decision | null
}

const STATE: Record<DecisionKind, State> = { accepted: 'accepted', dismissed: 'dismissed', reopened: 'open' }

/** The lookup that says how each finding of a report stands, from the decisions of its series, oldest first. */
export function decidedBy(
  decisions: readonly KeyedDecision[],
): (finding: Pick<Finding, 'key' | 'placeKey'>) => Decided {
  const byKey = new Map(decisions.map((one) => [one.key, one]))
  const byPlace = new Map(decisions.map((one) => [one.placeKey, one]))
  return ({ key, placeKey }) => {
    const own = byKey.get(key)
    if (own) return { state: STATE[own.decision], decision: withoutKeys(own), earlier: null }
    const there = byPlace.get(placeKey)
    return { state: 'open', decision: null, earlier: there ? withoutKeys(there) : null }
  }
}

/** Whether a finding keeps a report from being issued: proved, and nobody has said why it is no mistake. */
export function holdsBack({ severity }: Pick<Finding, 'severity'>, { state }: Pick<Decided, 'state'>): boolean {
  // A mistake that people agree on is still in the document.
  return severity === 'proved' && state !== 'dismissed'
}

function withoutKeys({ decision, reason, byName, at, version, stated }: KeyedDecision): Decision {
  return { decision, reason, byName, at, version, stated }
}
