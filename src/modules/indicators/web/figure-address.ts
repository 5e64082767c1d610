import { isDay } from '#kernel/calendar.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import type { Item } from '../contract.ts'
import { REACHES, REGIMES, type Reach, type Regime } from '../domain/words.ts'

/** Everything that names one figure: what, whose, when, and how it is looked at. */
export type FigureKey = {
  readonly item: Item
  readonly unitId: string
  readonly period: string
  readonly regime: Regime
  readonly reach: Reach
  /** The day whose structure is shown; null: as each thing stood on its own day. */
  readonly structureOn: string | null
  /** As it was known then; null: now. */
  readonly knownAt: string | null
  readonly standing: 'submitted' | 'approved'
}

export const FIGURE_DEFAULTS = {
  regime: 'cut-off',
  reach: 'subtree',
  structureOn: null,
  knownAt: null,
  standing: 'submitted',
} as const satisfies Partial<FigureKey>

/** A figure's key as it stands in the address bar: `indicator~I.01~<unit>~2023-9M~on=2026-11-21`. */
export function figureText(key: FigureKey): string {
  const options = [
    key.regime !== FIGURE_DEFAULTS.regime && `regime=${key.regime}`,
    key.reach !== FIGURE_DEFAULTS.reach && `reach=${key.reach}`,
    key.structureOn && `on=${key.structureOn}`,
    key.knownAt && `known=${key.knownAt}`,
    key.standing !== FIGURE_DEFAULTS.standing && `standing=${key.standing}`,
  ].filter(Boolean)
  return [key.item.kind, key.item.code, key.unitId, key.period, ...options].join('~')
}

/** The figure an address names, or `null` when it names none (an old or mistyped link). */
export function parseFigureText(text: string): FigureKey | null {
  const [kind, code = '', unitId = '', period = '', ...rest] = text.split('~')
  if ((kind !== 'indicator' && kind !== 'measure') || !/^[A-Za-z][\w.-]{0,79}$/.test(code)) return null
  if (!/^[0-9a-f-]{36}$/i.test(unitId) || parsePeriodKey(period) === null) return null
  const options = new Map(rest.map((option) => splitOnce(option)))
  const on = options.get('on')
  const known = options.get('known')
  return {
    item: { kind, code },
    unitId,
    period,
    regime: REGIMES.find((regime) => regime === options.get('regime')) ?? FIGURE_DEFAULTS.regime,
    reach: REACHES.find((reach) => reach === options.get('reach')) ?? FIGURE_DEFAULTS.reach,
    structureOn: on && isDay(on) ? on : null,
    knownAt: known && !Number.isNaN(Date.parse(known)) ? known : null,
    standing: options.get('standing') === 'approved' ? 'approved' : 'submitted',
  }
}

function splitOnce(option: string): readonly [string, string] {
  const place = option.indexOf('=')
  return place < 0 ? [option, ''] : [option.slice(0, place), option.slice(place + 1)]
}
