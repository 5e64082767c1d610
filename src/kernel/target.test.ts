import fc from 'fast-check'
import { expect, test } from 'vitest'
import cases from './target.cases.json' with { type: 'json' }
import { judge, TARGET_OPERATORS, Target, type TargetPart, targetPartText } from './target.ts'
import { parseTarget } from './target-text.ts'

const DEFAULTS = { label: null, maintain: false, unit: 'percent', by: null }
const one = (text: string) => parseTarget(text, '2023-12-31')

test.each(cases.cases)('understands "$text"', ({ text, parts }) => {
  const target = one(text)
  expect(target.parts).toEqual(parts.map((part) => ({ ...DEFAULTS, ...part })))
  expect(Target.parse(target)).toEqual(target)
})

test('judges the city figures of the 9-month report exactly', () => {
  const day = '2023-09-14'
  expect(judge(one('100%'), { numerator: 304, denominator: 304 }, day).overall).toBe('met')
  expect(judge(one('100%'), { numerator: 23391, denominator: 23802 }, day).overall).toBe('not-met')
  expect(judge(one('Trên 60%'), { numerator: 316215, denominator: 527025 }, day).overall).toBe('not-met')
  expect(judge(one('80%'), { numerator: 898, denominator: 1123 }, day).overall).toBe('not-met')
  expect(judge(one('30%'), { numerator: 18, denominator: 52 }, day).overall).toBe('exceeded')
  expect(judge(one('50%'), null, day).overall).toBe('no-data')
  expect(judge(one('50%'), { numerator: null, denominator: 5 }, day).overall).toBe('no-data')
  expect(judge(one('50%'), { numerator: 0, denominator: 0 }, day).overall).toBe('not-judgeable')
  expect(judge(one('BQLDA đang triển khai'), { numerator: 1, denominator: 1 }, day).overall).toBe('not-judgeable')
})

test('a step later in the year counts from its day on', () => {
  const steps = one('30% đến cuối năm là 50%')
  expect(judge(steps, { numerator: 40, denominator: 100 }, '2023-09-14')).toEqual({
    overall: 'exceeded',
    parts: ['exceeded', 'not-judgeable'],
  })
  expect(judge(steps, { numerator: 40, denominator: 100 }, '2023-12-31')).toEqual({
    overall: 'not-met',
    parts: ['exceeded', 'not-met'],
  })
  expect(judge(steps, { numerator: 50, denominator: 100 }, '2023-09-14')).toEqual({
    overall: 'met',
    parts: ['exceeded', 'met'],
  })
})

test('parts of different things need their own figures', () => {
  const both = one('50% sản phẩm; 85% hộ')
  expect(judge(both, { numerator: 9, denominator: 10 }, '2023-09-14').overall).toBe('not-judgeable')
  const byLabel = { 'sản phẩm': { numerator: 9, denominator: 10 }, hộ: { numerator: 8, denominator: 10 } }
  expect(judge(both, { byLabel }, '2023-09-14')).toEqual({ overall: 'not-met', parts: ['exceeded', 'not-met'] })
  expect(judge(both, { byLabel: { hộ: 85 } }, '2023-09-14')).toEqual({ overall: 'no-data', parts: ['no-data', 'met'] })
})

test('a count is judged by the numerator', () => {
  expect(judge(one('≤ 3 ngày'), { numerator: 2, denominator: null }, '2023-09-14').overall).toBe('exceeded')
  expect(judge(one('≤ 3 ngày'), 4, '2023-09-14').overall).toBe('not-met')
})

test('says a part in short', () => {
  expect(one('50% sản phẩm; Trên 8,5%').parts.map(targetPartText)).toEqual(['≥ 50% sản phẩm', '> 8,5%'])
})

const anyPart: fc.Arbitrary<TargetPart> = fc.record({
  label: fc.constant(null),
  operator: fc.constantFrom(...TARGET_OPERATORS),
  maintain: fc.boolean(),
  value: fc.integer({ min: 0, max: 10_000 }).map((units) => units / 100),
  unit: fc.constant('percent' as const),
  by: fc.constant(null),
})

test('for every operator and share, judging agrees with comparing fractions of whole numbers', () => {
  const agrees = {
    '>=': (o: number) => o >= 0,
    '>': (o: number) => o > 0,
    '<=': (o: number) => o <= 0,
    '<': (o: number) => o < 0,
    '=': (o: number) => o === 0,
  }
  fc.assert(
    fc.property(
      anyPart,
      fc.nat({ max: 10_000 }),
      fc.integer({ min: 1, max: 10_000 }),
      (part, numerator, denominator) => {
        const order = numerator * 10_000 - Math.round(part.value * 100) * denominator
        const { overall } = judge({ text: '', parts: [part] }, { numerator, denominator }, '2026-11-21')
        expect(overall === 'met' || overall === 'exceeded').toBe(agrees[part.operator](order))
      },
    ),
  )
})

test('any text gives parts or none, and never throws; what is shown in short is understood again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc
          .constantFrom(...cases.cases.map((each) => each.text))
          .chain((text) => fc.nat(text.length).map((cut) => text.slice(cut))),
      ),
      (text) => {
        expect(() => Target.parse(parseTarget(text))).not.toThrow()
      },
    ),
  )
  fc.assert(
    fc.property(anyPart, (part) => {
      expect(parseTarget(targetPartText(part)).parts).toEqual([{ ...part, maintain: false }])
    }),
  )
})
