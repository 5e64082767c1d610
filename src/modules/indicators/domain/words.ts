export const NATURES = ['flow', 'stock'] as const
/** `flow`: adds up over time (dossiers received). `stock`: the last known value counts (staff). */
export type Nature = (typeof NATURES)[number]

export const SOURCES = ['counted', 'reported'] as const
/** `counted`: added up from facts recorded by other modules. `reported`: stated by a unit for a period. */
export type Source = (typeof SOURCES)[number]

export const ROLL_UPS = ['sum', 'none'] as const
/** `sum`: a unit's figure is its own plus its children's. `none`: only what the unit itself states. */
export type RollUp = (typeof ROLL_UPS)[number]

export const REGIMES = ['cut-off', 'calendar'] as const
export type Regime = (typeof REGIMES)[number]

export const REACHES = ['own', 'subtree'] as const
/** `own`: the unit alone. `subtree`: the unit with everything below it. */
export type Reach = (typeof REACHES)[number]

export const CERTAINTIES = ['exact', 'estimated', 'not-derivable'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/**
 * Why a figure reads as it does. `missing` and `not-due` are never stored: they follow from the assignment and its deadline.
 * `text`: the unit answered in words only ("Hiện đang thống kê"). `no-source`: the indicator has no formula yet.
 */
export const FIGURE_STATES = [
  'reported',
  'zero',
  'missing',
  'not-due',
  'not-applicable',
  'text',
  'no-source',
  'not-derivable',
] as const
export type FigureState = (typeof FIGURE_STATES)[number]

export const STORED_STATES = ['reported', 'not-applicable', 'text'] as const
export type StoredState = (typeof STORED_STATES)[number]

export const TARGET_LEVELS = ['nation', 'province', 'city', 'ward'] as const
export type TargetLevel = (typeof TARGET_LEVELS)[number]

export const INDICATOR_KINDS = ['ratio', 'value'] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

export const VERDICTS = ['met', 'near', 'missed', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]
