import type { Day } from '#kernel/calendar.ts'
import { add, type Decimal, decimalOf } from '#kernel/decimal.ts'
import { type Period, type PeriodRegime, periodRange, periodsTiling } from '#kernel/period.ts'
import type { Nature, StoredState } from './words.ts'

/** What a unit stated for one period. */
export type Stated = {
  readonly id: string
  readonly from: Day
  readonly to: Day
  readonly value: string | null
  readonly state: StoredState
  readonly note: string
  readonly recordedAt: Date
}

/** What a unit says of a period, and which of its statements make it up. */
export type OwnStatement = {
  readonly value: Decimal | null
  readonly state: StoredState
  readonly note: string
  readonly freshAt: Date
  readonly made: readonly Stated[]
}

/**
 * A unit's own number for a period: what it stated for exactly these days, else (flow) smaller periods that tile them without
 * gap or overlap, else (stock) the last it stated within them. `null`: it said nothing that answers.
 */
export function ownStatement(
  stated: readonly Stated[],
  period: Period,
  regime: PeriodRegime,
  nature: Nature,
): OwnStatement | null {
  const range = periodRange(period, regime)
  const exact = stated.find(({ from, to }) => from === range.from && to === range.to)
  if (exact) return single(exact)
  if (nature === 'flow') return tiled(stated, period, regime)
  const inside = stated.filter(({ from, to, state }) => from >= range.from && to <= range.to && state === 'reported')
  const last = inside.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)).at(-1)
  return last ? single(last) : null
}

function single(stated: Stated): OwnStatement {
  return {
    value: stated.value === null ? null : decimalOf(stated.value),
    state: stated.state,
    note: stated.note,
    freshAt: stated.recordedAt,
    made: [stated],
  }
}

function tiled(stated: readonly Stated[], period: Period, regime: PeriodRegime): OwnStatement | null {
  for (const tiling of periodsTiling(period)) {
    const parts: OwnStatement[] = []
    for (const part of tiling) {
      const own = ownStatement(stated, part, regime, 'flow')
      if (own?.state !== 'reported') break
      parts.push(own)
    }
    if (parts.length < tiling.length) continue
    return {
      value: parts.reduce((sum, { value }) => add(sum, value ?? decimalOf(0)), decimalOf(0)),
      state: 'reported',
      note: '',
      freshAt: new Date(Math.max(...parts.map(({ freshAt }) => freshAt.getTime()))),
      made: parts.flatMap(({ made }) => made),
    }
  }
  return null
}
