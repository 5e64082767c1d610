/** Ten steps of one hue, lightest first, evenly spaced to the eye (made in OKLCH). */
export type Scale = readonly [string, string, string, string, string, string, string, string, string, string]

/** Sea (`brand`), lamp (`lamp`) and the tones that mean something. Contrast is tested in `colours.test.ts`. */
export const scales = {
  brand: ['#eef9fc', '#d6eff7', '#b2dfec', '#85c8db', '#57aec5', '#2f91a9', '#0f758b', '#005b6e', '#004453', '#002c37'],
  lamp: ['#fff8eb', '#ffeccb', '#ffda9a', '#ffc35d', '#f6ae2f', '#cf901c', '#a5720f', '#7d5402', '#5d3e03', '#3f2903'],
  good: ['#eefaf3', '#d7f2e3', '#b0e4c9', '#82d0aa', '#4db789', '#29996d', '#0f7c55', '#016141', '#00482f', '#002f1d'],
  bad: ['#fff3f1', '#ffe3df', '#fec6bf', '#fba096', '#f37368', '#de463f', '#be2323', '#971316', '#720c0e', '#4c0707'],
  warning: [
    '#fff5ec',
    '#ffe7cf',
    '#ffd0a3',
    '#ffb46e',
    '#ec9845',
    '#c87c2f',
    '#a2611d',
    '#7f490c',
    '#5d3407',
    '#3d2104',
  ],
  info: ['#f1f7ff', '#deecfd', '#bed8fa', '#95bff6', '#6ba3e9', '#4084d8', '#1f68bc', '#0c5099', '#073b73', '#05264c'],
  gray: ['#f6f9fa', '#eef3f5', '#e0e8ea', '#ced8db', '#abb8bd', '#839298', '#617278', '#4a5a60', '#344247', '#1e2a2e'],
  dark: ['#e0eaee', '#bdcacf', '#98a8ae', '#6b7e85', '#3f545b', '#2a4047', '#1c3139', '#10232a', '#091a1f', '#041015'],
} as const satisfies Record<string, Scale>

export const TONES = ['brand', 'lamp', 'good', 'warning', 'bad', 'info'] as const
export type Tone = (typeof TONES)[number]

const { brand, gray, dark, bad, lamp } = scales

/** The colours of surfaces and words in light and in dark; each becomes a CSS variable `--hd-…`. */
export const surfaces = {
  light: {
    page: '#f1f6f7',
    surface: '#ffffff',
    sunken: gray[1],
    head: '#e9f1f3',
    'head-text': gray[8],
    stripe: '#f8fbfb',
    hover: brand[0],
    selected: brand[1],
    line: '#d9e3e6',
    'line-strong': '#75848a',
    text: '#13232a',
    dimmed: gray[7],
    anchor: brand[7],
    error: bad[7],
    focus: brand[6],
    mark: brand[7],
    flame: lamp[4],
    glow: lamp[1],
  },
  dark: {
    page: dark[8],
    surface: dark[7],
    sunken: '#0c1e24',
    head: '#173039',
    'head-text': dark[0],
    stripe: '#132930',
    hover: '#17333d',
    selected: '#123e4b',
    line: '#29424b',
    'line-strong': '#81949c',
    text: '#e6eff2',
    dimmed: '#a4b5bb',
    anchor: brand[3],
    error: bad[3],
    focus: lamp[4],
    mark: brand[2],
    flame: lamp[4],
    glow: '#3a2f14',
  },
} as const satisfies Record<'light' | 'dark', Record<string, string>>

/** A tone as a quiet chip: ground, words, edge. */
export function chipColours(tone: Tone | 'gray', scheme: 'light' | 'dark') {
  const scale: Scale = scales[tone]
  return scheme === 'light'
    ? { ground: scale[1], words: scale[8], edge: scale[3] }
    : { ground: tone === 'gray' ? dark[5] : mix(scale[8], dark[7], 0.42), words: scale[2], edge: scale[7] }
}

/** A colour between two, `share` of the first. */
function mix(one: string, other: string, share: number): string {
  const channel = (start: number) => {
    const [a, b] = [one, other].map((hex) => Number.parseInt(hex.slice(start, start + 2), 16))
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

/** Contrast of two colours as WCAG 2 counts it, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

/** White or near-black, whichever is read better on a colour. */
export function wordsOn(ground: string): string {
  return contrast('#ffffff', ground) > contrast(surfaces.light.text, ground) ? '#ffffff' : surfaces.light.text
}

function luminance(hex: string): number {
  const [red, green, blue] = linearRgb(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** `#rrggbb` as linear light, each 0 to 1. */
export function linearRgb(hex: string): readonly [number, number, number] {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}
