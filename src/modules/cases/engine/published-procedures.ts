import { addDays, type Day, dayAt } from '#kernel/calendar.ts'
import { type PublicationFact, publicationFacts, publicationVerdicts, type Verdict } from '#modules/procedures/index.ts'
import type { Asked } from './report-days.ts'

/** The two counts of an indicator. */
export type Sets<T> = { readonly numerator: readonly T[]; readonly denominator: readonly T[] }

/** The procedures decided and published in the days asked, each with what it is judged by. */
export async function publishedSets(asked: Asked): Promise<ReadonlyMap<string, Sets<Published>>> {
  const { tx, range, window } = asked
  const days = { from: range.from, to: addDays(range.to, 1) }
  const now = dayAt(window.moment)
  const today = now < range.to ? now : range.to
  const { decided, published } = publicationVerdicts(await publicationFacts(tx, { ...days, today }), days)
  const sets = (
    verdicts: readonly Verdict<PublicationFact>[],
    recordOf: (fact: PublicationFact) => PublicationRecord,
  ) => {
    const known = verdicts.filter(({ onTime }) => onTime !== null)
    const shown = (kept: typeof known) =>
      kept.flatMap(({ facts }) =>
        facts.slice(0, 1).map(({ code, name }) => ({ code, name, records: facts.map(recordOf) })),
      )
    return { denominator: shown(known), numerator: shown(known.filter(({ onTime }) => onTime)) }
  }
  return new Map([
    [
      '1.1',
      sets(decided, (fact) => ({
        ...ofDecision(fact),
        dueOn: fact.decisionDueOn,
        doneOn: fact.decisionOn,
        onTime: fact.decidedOnTime,
      })),
    ],
    [
      '1.2',
      sets(published, (fact) => ({
        ...ofDecision(fact),
        dueOn: fact.publicationDueOn,
        doneOn: fact.publishedOn,
        onTime: fact.publishedOnTime,
      })),
    ],
  ])
}

/** One decision on a procedure, held against its day. */
export type PublicationRecord = {
  readonly decisionNumber: string
  readonly decisionOn: Day
  readonly dueOn: Day | null
  /** Null: not yet. */
  readonly doneOn: Day | null
  readonly onTime: boolean | null
}
export type Published = {
  readonly code: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly records: readonly PublicationRecord[]
}
const ofDecision = ({ decisionNumber, decisionOn }: PublicationFact) => ({ decisionNumber, decisionOn })
