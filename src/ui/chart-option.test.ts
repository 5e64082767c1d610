import { expect, test } from 'vitest'
import { chartOption } from './chart-option.ts'
import { scales } from './colours.ts'

test('a series with a tone has its colour, one without takes the next of the palette', () => {
  const series = [
    { name: 'met', kind: 'bar', values: [1], tone: 'good' },
    { name: 'no target', kind: 'bar', values: [2], tone: 'none' },
    { name: 'other', kind: 'bar', values: [3] },
  ] as const
  const drawn = chartOption({ categories: ['a'], series, scheme: 'light', lying: false }).series
  const colours = [drawn].flat().map((one) => (one && 'color' in one ? one.color : undefined))
  expect(colours).toEqual([scales.good[6], scales.gray[6], undefined])
})
