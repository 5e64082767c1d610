import type { Day } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import type { Language } from '#kernel/problem-messages.ts'
import { references } from '#kernel/rules/expression.ts'
import { explain } from '#kernel/rules/print.ts'
import type { Tx } from '#server/db.ts'
import type { Item } from '../contract.ts'
import { formulaOf } from '../domain/formula.ts'
import {
  findMeasures,
  type IndicatorAt,
  listTargets,
  listVersionsOf,
  type MeasureRow,
  type TargetRow,
} from '../store/definitions.ts'

/** The definitions one call needs. */
export type Catalogue = {
  readonly measure: (code: string) => MeasureRow | undefined
  /** The version in force on the day; the first one for days before it. */
  readonly versionAt: (code: string, day: Day) => IndicatorAt | undefined
  /** The targets that hold on the day, one of each level at most. */
  readonly targetsAt: (indicatorId: string, day: Day) => readonly TargetRow[]
}

/** The definitions of these items and of the measures in them; throws `not-found` for an unknown code. */
export async function loadCatalogue(tx: Tx, items: readonly Item[]): Promise<Catalogue> {
  const indicatorCodes = items.filter(({ kind }) => kind === 'indicator').map(({ code }) => code)
  const versions = Map.groupBy(await listVersionsOf(tx, indicatorCodes), ({ code }) => code)
  for (const code of indicatorCodes) {
    if (!versions.has(code)) throw new Problem('not-found', 'indicators/unknown-indicator', '', { values: { code } })
  }
  const all = [...versions.values()].flat()
  const measureCodes = [
    ...items.filter(({ kind }) => kind === 'measure').map(({ code }) => code),
    ...all.flatMap((version) => codesOf(version)),
  ]
  const measures = new Map((await findMeasures(tx, [...new Set(measureCodes)])).map((row) => [row.code, row]))
  for (const code of measureCodes) {
    if (!measures.has(code)) throw new Problem('not-found', 'indicators/unknown-measure', '', { values: { code } })
  }
  const ids = [...new Set(all.map(({ indicatorId }) => indicatorId))]
  const targets = Map.groupBy(await listTargets(tx, ids, null), ({ indicatorId }) => indicatorId)
  return {
    measure: (code) => measures.get(code),
    versionAt: (code, day) => {
      const known = versions.get(code) ?? []
      return known.find(({ validFrom }) => validFrom <= day) ?? known.at(-1)
    },
    targetsAt: (indicatorId, day) => {
      const holding = (targets.get(indicatorId) ?? []).filter(
        ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
      )
      return holding.filter((target, index) => holding.findIndex(({ level }) => level === target.level) === index)
    },
  }
}

/** The measures an indicator's formula names. */
export function codesOf({ numerator, denominator }: Pick<IndicatorAt, 'numerator' | 'denominator'>): readonly string[] {
  return [numerator, denominator].flatMap((text) => (text === null ? [] : references(formulaOf(text))))
}

/** A formula in words, by the names of its measures. */
export function formulaWords(text: string, nameOf: (code: string, language: Language) => string) {
  const say = (language: Language) => explain(formulaOf(text), language, (code) => nameOf(code, language))
  return { vi: say('vi'), en: say('en') }
}
