import type { Day } from '#kernel/calendar.ts'
import { type Answers, holds, lookupIn } from './answers.ts'
import type { Both, Fee, Paper, ProcedureContent, Term } from './content.ts'

/** One fee of a case. Amounts in đồng; `dueVnd` is what remains after the exemption that was applied. */
export type FeeLine = {
  readonly code: string
  readonly kind: Fee['kind']
  readonly name: Both
  readonly legalBasis: string | null
  readonly amountVnd: number
  readonly dueVnd: number
  /** The one applied: of those whose condition holds, the one that takes off most. They do not add up. */
  readonly exemption: Exemption | null
  /** Exemptions no answer decides: an officer may grant them. */
  readonly possible: readonly Exemption[]
}
export type Exemption = { readonly who: Both; readonly percent: number; readonly legalBasis: string | null }

/** The fees due over the answers on a day, in the order of the procedure. Total: an answer that is missing fulfils no condition. */
export function feesDue(content: ProcedureContent, answers: Answers, day: Day): FeeLine[] {
  const lookup = lookupIn(answers, content.questions)
  return content.fees
    .filter((fee) => fee.validFrom <= day && (fee.validTo === null || day < fee.validTo) && holds(fee.when, lookup))
    .map((fee) => {
      const granted = fee.exemptions.filter(({ when }) => when !== null && holds(when, lookup))
      const best = granted.reduce<Fee['exemptions'][number] | null>(
        (most, one) => (most === null || one.percent > most.percent ? one : most),
        null,
      )
      const { code, kind, name, legalBasis, amountVnd } = fee
      return {
        code,
        kind,
        name,
        legalBasis,
        amountVnd,
        dueVnd: amountVnd - Math.round((amountVnd * (best?.percent ?? 0)) / 100),
        exemption: best && shown(best),
        possible: fee.exemptions.filter(({ when }) => when === null).map(shown),
      }
    })
}

const shown = ({ who, percent, legalBasis }: Fee['exemptions'][number]): Exemption => ({ who, percent, legalBasis })

/** The time limit over the answers: the first whose condition holds, else the last. */
export function termFor(content: ProcedureContent, answers: Answers): Term {
  const lookup = lookupIn(answers, content.questions)
  const found = content.terms.find(({ when }) => holds(when, lookup)) ?? content.terms.at(-1)
  return found?.term ?? { amount: 0, unit: 'working-days', rule: 'days' }
}

/** The papers asked over the answers, in the order of the procedure; `required` says which must be there. */
export function papersAsked(content: ProcedureContent, answers: Answers): Paper[] {
  const lookup = lookupIn(answers, content.questions)
  return content.papers.filter(({ when }) => holds(when, lookup))
}
