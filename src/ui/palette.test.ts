import { expect, test } from 'vitest'
import { contrast, linearRgb, surfaces, wordsOn } from './colours.ts'
import { dataColours, sequentialColours } from './palette.ts'

type Rgb = readonly [number, number, number]

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const SEEING: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  everything: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'without red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'without green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'without blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Distance in OKLab below which two marks side by side are taken for one. */
const TELLS_APART = 0.08

const dot = (a: Rgb, b: Rgb) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

function oklab(rgb: Rgb): Rgb {
  const lms: Rgb = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], rgb)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], rgb)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], rgb)),
  ]
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ]
}

function seen(hex: string, [red, green, blue]: readonly [Rgb, Rgb, Rgb]): Rgb {
  const rgb = linearRgb(hex)
  return oklab([Math.max(0, dot(red, rgb)), Math.max(0, dot(green, rgb)), Math.max(0, dot(blue, rgb))])
}

for (const scheme of ['light', 'dark'] as const) {
  test.each(Object.keys(SEEING))(`${scheme} data colours are told apart by an eye that sees %s`, (eye) => {
    const matrix = SEEING[eye] as readonly [Rgb, Rgb, Rgb]
    const colours = dataColours[scheme]
    for (const [index, one] of colours.entries())
      for (const other of colours.slice(index + 1)) {
        const [a, b] = [seen(one, matrix), seen(other, matrix)]
        const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
        expect(distance, `${one} ${other}`).toBeGreaterThan(TELLS_APART)
      }
  })

  test(`${scheme} data colours stand out from the surface`, () => {
    for (const colour of dataColours[scheme])
      expect(contrast(colour, surfaces[scheme].surface), colour).toBeGreaterThanOrEqual(3)
  })

  test(`words can be read on every step of ${scheme} heat`, () => {
    for (const colour of sequentialColours[scheme])
      expect(contrast(wordsOn(colour), colour), colour).toBeGreaterThanOrEqual(4.5)
  })

  test(`${scheme} heat grows step by step`, () => {
    const against = sequentialColours[scheme].map((colour) => contrast(colour, surfaces[scheme].surface))
    expect(against).toEqual([...against].sort((a, b) => a - b))
  })
}
