import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindingTarget, drawnNumber, type TargetLevel, tallyVerdicts, type Verdict } from './standing.ts'

const LEVELS: readonly TargetLevel[] = ['nation', 'province', 'city', 'ward']
const target = (level: TargetLevel, verdict: Verdict = 'met') => ({ level, text: '100%', verdict })

test('a unit is bound by its own level, else by the next above', () => {
  expect(bindingTarget([target('nation'), target('province'), target('city')], 'city')?.level).toBe('city')
  expect(bindingTarget([target('nation'), target('province')], 'city')?.level).toBe('province')
  expect(bindingTarget([target('nation'), target('city')], 'ward')?.level).toBe('city')
  expect(bindingTarget([target('ward')], 'province')?.level).toBe('ward')
  expect(bindingTarget([], 'city')).toBeUndefined()
})

const anyTarget = fc.record({
  level: fc.constantFrom(...LEVELS),
  text: fc.string(),
  verdict: fc.constantFrom<Verdict>('met', 'near', 'missed', 'unknown'),
})

test('every row is counted once', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ targets: fc.array(anyTarget) })), fc.constantFrom(...LEVELS), (rows, level) => {
      const tally = tallyVerdicts(rows, level)
      expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
      expect(tally.noTarget).toBe(rows.filter(({ targets }) => targets.length === 0).length)
    }),
  )
})

test('draws a ratio by its factor, a value as it is, and nothing where there is nothing', () => {
  expect(drawnNumber({ value: null, numerator: '23391', denominator: '23802' }, 100)).toBeCloseTo(98.273, 3)
  expect(drawnNumber({ value: '12.5', numerator: null, denominator: null }, 100)).toBe(12.5)
  expect(drawnNumber({ value: null, numerator: '5', denominator: '0' }, 100)).toBeNull()
  expect(drawnNumber({ value: null, numerator: null, denominator: '5' }, 100)).toBeNull()
})
