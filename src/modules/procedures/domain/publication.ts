import { addDays, type Day } from '#kernel/calendar.ts'

/** Working days of a calendar: the `count`-th one after a day, and before it. */
export type WorkingDays = {
  readonly after: (day: Day, count: number) => Day
  readonly before: (day: Day, count: number) => Day
}

/** In working days: how long before taking effect a decision is due, and how long after it publication is. */
export type PublicationRule = { readonly decideDaysBefore: number; readonly publishDaysAfter: number }

export type Announced = {
  readonly decisionOn: Day
  /** The newest day on which an instrument of its legal basis takes effect; null: not known. */
  readonly basisEffectiveOn: Day | null
  /** The day of publishing; null: not yet. */
  readonly publishedOn: Day | null
}

export type Timeliness = {
  /** The last day on which the decision was in time; null when the effective day is not known. */
  readonly decisionDueOn: Day | null
  readonly decidedOnTime: boolean | null
  readonly publicationDueOn: Day
  /** Null: neither published nor overdue on the day of asking. */
  readonly publishedOnTime: boolean | null
}

/** Whether decision and publication were in time (766 index, 1.1 and 1.2), as of `today`. */
export function timeliness(announced: Announced, rule: PublicationRule, days: WorkingDays, today: Day): Timeliness {
  const { decisionOn, basisEffectiveOn, publishedOn } = announced
  const decisionDueOn = basisEffectiveOn === null ? null : days.before(basisEffectiveOn, rule.decideDaysBefore)
  const publicationDueOn = days.after(decisionOn, rule.publishDaysAfter)
  const isOverdue = today > publicationDueOn
  return {
    decisionDueOn,
    decidedOnTime: decisionDueOn === null ? null : decisionOn <= decisionDueOn,
    publicationDueOn,
    publishedOnTime: publishedOn === null ? (isOverdue ? false : null) : publishedOn <= publicationDueOn,
  }
}

/** The `count`-th day before a day on which people work, by looking at one day after another. */
export function workingDayBefore(day: Day, count: number, works: (day: Day) => boolean): Day {
  let at = day
  // Ten years without a working day end the search: a calendar may be wrong, the answer is still a day.
  for (let [left, looked] = [count, 0]; left > 0 && looked < 3650; looked++) {
    at = addDays(at, -1)
    if (works(at)) left--
  }
  return at
}

/** The newest day among the days on which instruments take effect. */
export function newestEffect(basis: readonly { readonly effectiveOn: Day | null }[]): Day | null {
  return basis.reduce<Day | null>(
    (newest, { effectiveOn }) =>
      effectiveOn !== null && (newest === null || effectiveOn > newest) ? effectiveOn : newest,
    null,
  )
}

export type JudgedFact = Announced & Timeliness & { readonly procedureId: string }
type Ratio = { readonly numerator: number; readonly denominator: number }

/** One procedure in one of the two counts. `onTime` null: it cannot be judged. */
export type Verdict<F> = { readonly onTime: boolean | null; readonly facts: readonly F[] }
type Days = { readonly from: Day; readonly to: Day }

/**
 * The procedures of the two counts over a period of days (`to` is exclusive), each once; late once is late for the whole period.
 * 1.1: decisions dated in the period. 1.2: published in the period, or due in it and not published.
 */
export function publicationVerdicts<F extends JudgedFact>(
  facts: readonly F[],
  { from, to }: Days,
): { decided: readonly Verdict<F>[]; published: readonly Verdict<F>[] } {
  const within = (day: Day | null) => day !== null && from <= day && day < to
  const verdicts = (kept: readonly F[], onTime: (fact: F) => boolean | null) =>
    [...Map.groupBy(kept, ({ procedureId }) => procedureId).values()].map((ofOne) => {
      const each = ofOne.map(onTime)
      return { facts: ofOne, onTime: each.includes(false) ? false : each.includes(null) ? null : true }
    })
  return {
    decided: verdicts(
      facts.filter(({ decisionOn }) => within(decisionOn)),
      ({ decidedOnTime }) => decidedOnTime,
    ),
    published: verdicts(
      facts.filter(
        ({ publishedOn, publicationDueOn }) => within(publishedOn) || (publishedOn === null && publicationDueOn < to),
      ),
      ({ publishedOnTime }) => publishedOnTime,
    ),
  }
}

/** The two ratios over a period of days. What cannot be judged (1.1 without a known day of effect) is counted apart. */
export function publicationRatios(
  facts: readonly JudgedFact[],
  days: Days,
): { decided: Ratio & { readonly unknown: number }; published: Ratio } {
  const ratio = (verdicts: readonly Verdict<JudgedFact>[]) => {
    const known = verdicts.filter(({ onTime }) => onTime !== null)
    const numerator = known.filter(({ onTime }) => onTime).length
    return { numerator, denominator: known.length, unknown: verdicts.length - known.length }
  }
  const { decided, published } = publicationVerdicts(facts, days)
  const { numerator, denominator } = ratio(published)
  return { decided: ratio(decided), published: { numerator, denominator } }
}
