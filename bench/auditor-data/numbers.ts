import type { Chance } from './random.ts'

/** How one report writes its numbers. */
export type Style = {
  readonly marks: 'dots' | 'plain' | 'mixed' | 'commas'
  readonly decimal: ',' | '.' | 'mixed'
  readonly percentSign: boolean
  readonly percentDecimals: 1 | 2
  readonly rounding: 'half-up' | 'truncate'
  /** 100 and 22,4 instead of 100,00 and 22,40. */
  readonly trimmed: boolean
  readonly zero: '0' | '' | '-' | '00'
}

/** The way in which the clerk of this report writes. */
export function styleOf(chance: Chance): Style {
  const marks = chance.pick(['dots', 'dots', 'dots', 'dots', 'plain', 'mixed', 'mixed', 'commas'] as const)
  const decimal = marks === 'commas' ? '.' : chance.pick([',', ',', ',', ',', '.', 'mixed'] as const)
  return {
    marks,
    decimal,
    percentSign: chance.yes(0.5),
    percentDecimals: chance.pick([1, 2, 2, 2]),
    rounding: chance.yes(0.7) ? 'half-up' : 'truncate',
    trimmed: chance.yes(0.6),
    zero: chance.pick(['0', '0', '0', '', '-', '00'] as const),
  }
}

/** A writer of whole numbers; in a mixed report each cell goes its own way. */
export function countWriter(style: Style, chance: Chance): (value: number) => string {
  const mark = style.marks === 'mixed' ? chance.pick(['.', '']) : { dots: '.', plain: '', commas: ',' }[style.marks]
  return (value) => (value === 0 ? style.zero : grouped(String(value), mark))
}

/** A writer of numbers with decimals: `1.234,5`. A dot for the decimals goes without thousands marks or with commas. */
export function amountWriter(style: Style, chance: Chance, decimals: number): (value: number) => string {
  const decimal = decimalMark(style, chance)
  const thousands = decimal === ',' ? (style.marks === 'plain' ? '' : '.') : style.marks === 'commas' ? ',' : ''
  return (value) => {
    const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.')
    const body = grouped(whole, thousands) + (fraction === undefined ? '' : decimal + fraction)
    return value < 0 ? `-${body}` : body
  }
}

/** A writer of percentages, with its sign or without. */
export function percentWriter(style: Style, chance: Chance, decimals: number, sign = style.percentSign) {
  const decimal = decimalMark(style, chance)
  return (value: number): string => {
    const fixed = value.toFixed(decimals)
    const shown = style.trimmed && fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
    return shown.replace('.', decimal) + (sign ? '%' : '')
  }
}

function decimalMark(style: Style, chance: Chance): ',' | '.' {
  return style.decimal === 'mixed' ? chance.pick([',', '.'] as const) : style.decimal
}

/** Digits with a mark before every third from the right. */
export function grouped(digits: string, mark: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, mark)
}

/** The value at so many decimals as this clerk gets it: rounded or cut off. */
export function shortened(value: number, decimals: number, rounding: Style['rounding']): number {
  const factor = 10 ** decimals
  // The nudge keeps 1.005 and 57.35 · 100 on the side where their decimal digits are.
  const scaled = value * factor
  const nudged = scaled + Math.sign(scaled) * Math.abs(scaled) * 1e-12
  return (rounding === 'half-up' ? Math.sign(nudged) * Math.round(Math.abs(nudged)) : Math.trunc(nudged)) / factor
}

/** Whether a printed number may stand for the exact one: rounded half up, or cut off. */
export function mayStandFor(printed: number, exact: number, decimals: number): boolean {
  const unit = 10 ** -decimals
  const slack = unit * 1e-6
  const off = printed - exact
  const cut = exact >= 0 ? off <= slack && off > -unit - slack : off >= -slack && off < unit + slack
  return cut || Math.abs(off) <= unit / 2 + slack
}
