/** Widths of bar, gap, bar, gap, bar, gap of each symbol, in modules (ISO/IEC 15417); the last, the end, has a bar more. */
export const SYMBOLS: readonly string[] = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 ' +
  '223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 ' +
  '112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 ' +
  '311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 ' +
  '122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ')
/** Signs of set B are printable ASCII; set C has two digits a symbol. */
export const [TO_C, TO_B, START_B, START_C, END] = [99, 100, 104, 105, 106] as const
/** Free modules that a reader needs on either side. */
const QUIET = 10

/** The widths of bars and gaps in turn, beginning with a bar, that say a text of printable ASCII; without the free space around it. */
export function code128(text: string): readonly number[] {
  const values = symbolsOf(text)
  const check = values.reduce((sum, value, place) => sum + value * Math.max(place, 1), 0) % 103
  return [...values, check, END].flatMap((value) => Array.from(SYMBOLS[value] ?? '', Number))
}

/** In set B, but for runs of four digits and more, an even number of them. */
function symbolsOf(text: string): readonly number[] {
  if (!/^[ -~]+$/.test(text)) throw new Error('Code 128 says printable ASCII alone.')
  const values: number[] = []
  for (const part of text.match(/(?:\d\d){2,}|(?:(?!\d{4})[ -~])+/g) ?? []) {
    const isC = /^\d{4}/.test(part)
    const starts = isC ? START_C : START_B
    values.push(values.length === 0 ? starts : isC ? TO_C : TO_B)
    const signs = isC ? (part.match(/../g) ?? []).map(Number) : Array.from(part, (sign) => sign.charCodeAt(0) - 32)
    values.push(...signs)
  }
  return values
}

/** The bars as one path of a picture of height 1, and how many modules wide it is, free space and all. */
export function barsOf(text: string): { readonly path: string; readonly modules: number } {
  let at = QUIET
  let path = ''
  for (const [place, width] of code128(text).entries()) {
    if (place % 2 === 0) path += `M${at} 0h${width}v1h-${width}z`
    at += width
  }
  return { path, modules: at + QUIET }
}
