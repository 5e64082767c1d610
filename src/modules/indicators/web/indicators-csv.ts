import { csvText } from '#ui/csv.ts'
import { TARGET_LEVELS, type TargetLevel } from '../domain/words.ts'
import { drawnNumber } from './cell-figure.tsx'
import type { IndicatorRow } from './indicators-table.tsx'

type Words = {
  readonly order: string
  readonly group: string
  readonly indicator: string
  readonly result: string
  readonly numerator: string
  readonly denominator: string
  readonly status: string
  readonly note: string
  readonly levels: Readonly<Record<TargetLevel, string>>
  readonly shortStates: Readonly<Record<NonNullable<IndicatorRow['cell']>['state'], string>>
}

type Both = { readonly vi: string; readonly en: string }

/** The table of indicators as a file: what stands on the page, with numerator and denominator in columns of their own. */
export function indicatorsCsv(
  rows: readonly IndicatorRow[],
  where: string,
  say: (text: Both) => string,
  m: Words,
): string {
  const heading = [
    m.order,
    m.group,
    m.indicator,
    ...TARGET_LEVELS.map((level) => m.levels[level]),
    m.result,
    m.numerator,
    m.denominator,
    m.status,
    m.note,
  ]
  const body = rows.map(({ indicator, item, cell }) => [
    indicator.code,
    say(indicator.group.name),
    say(indicator.name) + (indicator.part ? ` – ${say(indicator.part)}` : ''),
    ...TARGET_LEVELS.map((level) =>
      indicator.targets
        .filter((target) => target.level === level)
        .map(({ text }) => text)
        .join('; '),
    ),
    item && cell ? drawnNumber(item, cell) : null,
    numberOf(cell?.numerator),
    numberOf(cell?.denominator),
    cell ? m.shortStates[cell.state] : '',
    cell?.note ?? '',
  ])
  return csvText([[where], heading, ...body])
}

function numberOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Number(text)
}
