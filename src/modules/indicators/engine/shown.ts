import type { Day } from '#kernel/calendar.ts'
import { periodLabel, rangeLabel } from '#kernel/period.ts'
import type { Language } from '#kernel/problem-messages.ts'
import { findUnitAt, type Structure } from '#modules/organisation/index.ts'
import type { Indicator, Item, Measure } from '../contract.ts'
import type { Regime } from '../domain/words.ts'
import type { IndicatorAt, MeasureRow, TargetRow } from '../store/definitions.ts'
import { type Catalogue, formulaWords } from './catalogue.ts'
import type { PeriodAsked } from './query.ts'

/** A measure as it travels. */
export function shownMeasure(row: MeasureRow): Measure {
  return {
    id: row.id,
    code: row.code,
    name: { vi: row.nameVi, en: row.nameEn },
    nature: row.nature,
    source: row.source,
    unit: { vi: row.unitVi, en: row.unitEn },
    decimals: row.decimals,
    rollUp: row.rollUp,
    topic: row.topic,
    validFrom: row.validFrom,
    validTo: row.validTo,
  }
}

/** An indicator's version as it travels, its formula in words. */
export function shownIndicator(
  row: IndicatorAt,
  targets: readonly TargetRow[],
  measure: (code: string) => MeasureRow | undefined,
): Indicator {
  return {
    id: row.id,
    code: row.code,
    rowCode: row.rowCode,
    part: row.partLabelVi === null ? null : { vi: row.partLabelVi, en: row.partLabelEn ?? row.partLabelVi },
    group: { code: row.groupCode, name: { vi: row.groupNameVi, en: row.groupNameEn } },
    name: { vi: row.nameVi, en: row.nameEn },
    kind: row.kind,
    numerator: row.numerator,
    denominator: row.denominator,
    formula: formulaOfIndicator(row, measure),
    factor: row.factor,
    unit: { vi: row.unitVi, en: row.unitEn },
    decimals: row.decimals,
    better: row.better,
    partOfWhole: row.partOfWhole,
    sourceNote: row.sourceNote,
    version: row.version,
    validFrom: row.validFrom,
    validTo: row.validTo,
    targets: targets.map(({ id, level, text, validFrom, validTo, source }) => ({
      id,
      level,
      text,
      validFrom,
      validTo,
      source,
    })),
  }
}

type Nameable = (code: string) => MeasureRow | undefined

/** The words of a formula's text, or null without one. */
export function wordsOf(text: string | null, measure: Nameable): { vi: string; en: string } | null {
  if (text === null) return null
  return formulaWords(text, (code, language) => nameOf(measure(code), language) ?? code)
}

function nameOf(row: MeasureRow | undefined, language: Language): string | undefined {
  return row && (language === 'vi' ? row.nameVi : row.nameEn)
}

/** Numerator ÷ denominator in words; empty for an indicator nobody has a source for. */
export function formulaOfIndicator(
  row: Pick<IndicatorAt, 'numerator' | 'denominator'>,
  measure: Nameable,
): { vi: string; en: string } {
  const [top, bottom] = [wordsOf(row.numerator, measure), wordsOf(row.denominator, measure)]
  if (!top) return { vi: '', en: '' }
  return bottom ? { vi: `${top.vi} ÷ ${bottom.vi}`, en: `${top.en} ÷ ${bottom.en}` } : top
}

/** The head of a column of figures: what it is, in what unit, how it is made. */
export function shownItem(catalogue: Catalogue, item: Item, day: Day) {
  if (item.kind === 'measure') {
    const row = catalogue.measure(item.code)
    const name = { vi: row?.nameVi ?? item.code, en: row?.nameEn ?? item.code }
    const unit = { vi: row?.unitVi ?? '', en: row?.unitEn ?? '' }
    return { ...item, name, unit, decimals: row?.decimals ?? 0, factor: 1, form: 'value' as const, formula: name }
  }
  const row = catalogue.versionAt(item.code, day)
  const part = row?.partLabelVi
    ? { vi: ` – ${row.partLabelVi}`, en: ` – ${row.partLabelEn ?? row.partLabelVi}` }
    : { vi: '', en: '' }
  return {
    ...item,
    name: { vi: (row?.nameVi ?? item.code) + part.vi, en: (row?.nameEn ?? item.code) + part.en },
    unit: { vi: row?.unitVi ?? '', en: row?.unitEn ?? '' },
    decimals: row?.decimals ?? 0,
    factor: row?.factor ?? 1,
    form: row?.kind ?? ('ratio' as const),
    formula: row ? formulaOfIndicator(row, catalogue.measure) : { vi: '', en: '' },
  }
}

/** A unit by the name it had on the day, or the one nearest to it. */
export function shownUnit(
  structure: Structure,
  unitId: string,
  day: Day,
): { id: string; name: string; code: string | null } {
  const versions = structure.byUnit.get(unitId) ?? []
  const version =
    findUnitAt(structure, unitId, day) ?? versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0]
  return { id: unitId, name: version?.name ?? '', code: version?.code ?? null }
}

/** A period with the days it means, which stand on every table. */
export function shownPeriod({ key, period, range }: PeriodAsked, regime: Regime) {
  const label = { vi: periodLabel(period, 'vi'), en: periodLabel(period, 'en') }
  return { key, regime, from: range.from, to: range.to, label, range: rangeLabel(range) }
}
