import { checkFormula } from '../domain/formula.ts'
import {
  findMeasures,
  insertIndicators,
  insertMeasures,
  insertVersions,
  listMeasures,
  listVersionsOf,
  nextPosition,
} from '../store/definitions.ts'
import type { RecordContext } from './record.ts'

type Both = { readonly vi: string; readonly en: string }
/** A measure that a module counts by itself. */
export type MeasureDefinition = {
  readonly code: string
  readonly name: Both
  readonly unit: Both
  readonly nature: 'flow' | 'stock'
  readonly topic: string
  readonly validFrom: string
}
/** A ratio over such measures, shown as a percentage unless it says otherwise. */
export type IndicatorDefinition = {
  readonly code: string
  readonly group: { readonly code: string; readonly name: Both }
  readonly name: Both
  readonly numerator: string
  readonly denominator: string
  readonly validFrom: string
  /** Not a percentage: so much of something for each. */
  readonly each?: { readonly unit: Both; readonly better: 'higher' | 'lower' }
}

/**
 * Puts in what a module counts, where it is not there yet: called at every start. What bears the code already stays as it is, so what
 * officials have changed is never overwritten.
 */
export async function ensureDefinitions(
  context: Pick<RecordContext, 'tx' | 'now' | 'newId' | 'actor'>,
  { measures, indicators }: { measures: readonly MeasureDefinition[]; indicators: readonly IndicatorDefinition[] },
): Promise<void> {
  const { tx, now, newId, actor } = context
  const made = { createdAt: now, createdBy: actor.id }
  const known = new Set(
    (
      await findMeasures(
        tx,
        measures.map(({ code }) => code),
      )
    ).map(({ code }) => code),
  )
  await insertMeasures(
    tx,
    measures
      .filter(({ code }) => !known.has(code))
      .map(({ name, unit, ...rest }) => ({
        ...rest,
        ...made,
        id: newId(),
        nameVi: name.vi,
        nameEn: name.en,
        unitVi: unit.vi,
        unitEn: unit.en,
        source: 'counted' as const,
        decimals: 0,
        rollUp: 'sum' as const,
        validTo: null,
      })),
  )
  await ensureIndicators(context, indicators)
}

async function ensureIndicators(
  { tx, now, newId, actor }: Pick<RecordContext, 'tx' | 'now' | 'newId' | 'actor'>,
  indicators: readonly IndicatorDefinition[],
): Promise<void> {
  const known = new Set(
    (
      await listVersionsOf(
        tx,
        indicators.map(({ code }) => code),
      )
    ).map(({ code }) => code),
  )
  const missing = indicators.filter(({ code }) => !known.has(code)).map((one) => ({ ...one, id: newId() }))
  if (missing.length === 0) return
  const codes = new Set((await listMeasures(tx)).map(({ code }) => code))
  for (const { code, numerator, denominator } of missing) {
    for (const formula of [numerator, denominator]) {
      if ('errors' in checkFormula(formula, codes)) throw new Error(`The formula of ${code} is wrong: ${formula}`)
    }
  }
  const position = await nextPosition(tx)
  await insertIndicators(
    tx,
    missing.map(({ id, code, group }, index) => ({
      id,
      code,
      rowCode: code,
      partLabelVi: null,
      partLabelEn: null,
      groupCode: group.code,
      groupNameVi: group.name.vi,
      groupNameEn: group.name.en,
      position: position + index * 10,
    })),
  )
  await insertVersions(
    tx,
    missing.map(({ id, name, numerator, denominator, validFrom, each }) => ({
      id: newId(),
      indicatorId: id,
      version: 1,
      nameVi: name.vi,
      nameEn: name.en,
      kind: 'ratio' as const,
      numerator,
      denominator,
      factor: each ? 1 : 100,
      unitVi: each?.unit.vi ?? '%',
      unitEn: each?.unit.en ?? '%',
      decimals: 2,
      better: each?.better ?? ('higher' as const),
      partOfWhole: each === undefined,
      sourceNote: '',
      validFrom,
      validTo: null,
      createdAt: now,
      createdBy: actor.id,
    })),
  )
}
