/**
 * Colours for data, told apart also with the three kinds of colour blindness (tested in `palette.test.ts`), in the order
 * in which a chart takes them. Beyond six series a chart is the wrong picture: use a table.
 */
export const dataColours = {
  light: ['#005b6e', '#b45b00', '#4394ed', '#81000a', '#1e886b', '#8c53b0'],
  dark: ['#4cc3dd', '#e0a747', '#a088fc', '#79f6b1', '#c54049', '#377cb6'],
} as const satisfies Record<'light' | 'dark', readonly string[]>

/** From little to much, for heat maps: one hue, growing darker (lighter on dark ground). */
export const sequentialColours = {
  light: ['#e3f4f9', '#b2dfec', '#73c0d4', '#3f9fb7', '#005b6e'],
  dark: ['#12343f', '#0d5466', '#1d7d94', '#57aec5', '#b2dfec'],
} as const satisfies Record<'light' | 'dark', readonly string[]>
