import { expect, test } from 'vitest'
import { chipColours, contrast, scales, surfaces, TONES } from './colours.ts'

const TEXT = 4.5
const GRAPHIC = 3
const schemes = ['light', 'dark'] as const

test('contrast counts as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

for (const scheme of schemes) {
  const colours = surfaces[scheme]
  const grounds = ['page', 'surface', 'sunken', 'head', 'stripe', 'hover', 'selected'] as const

  test.each(grounds)(`words can be read on ${scheme} %s`, (ground) => {
    for (const words of ['text', 'dimmed', 'anchor', 'head-text', 'error'] as const)
      expect(contrast(colours[words], colours[ground]), `${words} on ${ground}`).toBeGreaterThanOrEqual(TEXT)
  })

  test.each(grounds)(`focus rings and control edges are seen on ${scheme} %s`, (ground) => {
    for (const edge of ['focus', 'line-strong'] as const)
      expect(contrast(colours[edge], colours[ground]), `${edge} on ${ground}`).toBeGreaterThanOrEqual(GRAPHIC)
  })

  test.each([...TONES, 'gray'] as const)(`a chip in %s can be read in ${scheme}`, (tone) => {
    const { ground, words } = chipColours(tone, scheme)
    expect(contrast(words, ground)).toBeGreaterThanOrEqual(TEXT)
  })
}

test('white words can be read on filled buttons, dark words on the lamp', () => {
  for (const tone of ['brand', 'good', 'warning', 'bad', 'info'] as const) {
    expect(contrast('#ffffff', scales[tone][7])).toBeGreaterThanOrEqual(TEXT)
    expect(contrast('#ffffff', scales[tone][6])).toBeGreaterThanOrEqual(TEXT)
  }
  expect(contrast(scales.lamp[9], scales.lamp[4])).toBeGreaterThanOrEqual(TEXT)
})

test('header words can be read on both ends of the sea', () => {
  for (const sea of [scales.brand[9], scales.brand[7]]) {
    expect(contrast('#ffffff', sea)).toBeGreaterThanOrEqual(TEXT)
    expect(contrast(scales.brand[1], sea)).toBeGreaterThanOrEqual(TEXT)
  }
})
