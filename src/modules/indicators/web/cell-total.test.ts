import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalOf, totalsAgree } from './cell-total.ts'

const exact = { certainty: 'exact', state: 'reported', value: null } as const
const ratio = (numerator: string, denominator: string) => ({ ...exact, numerator, denominator })

test('10/10 and 0/90 make 10/100', () => {
  expect(totalOf([ratio('10', '10'), ratio('0', '90')])).toMatchObject({ numerator: '10', denominator: '100', left: 0 })
})

test('decimals add up exactly', () => {
  const value = (text: string) => ({ ...exact, value: text, numerator: null, denominator: null })
  expect(totalOf([value('0.1'), value('0.2')]).value).toBe('0.3')
})

test('the least sure part makes the whole no surer, and what cannot be derived is counted', () => {
  const lost = {
    certainty: 'not-derivable',
    state: 'not-derivable',
    value: null,
    numerator: null,
    denominator: null,
  } as const
  const total = totalOf([ratio('1', '2'), lost])
  expect(total).toMatchObject({ certainty: 'not-derivable', left: 1 })
  expect(totalsAgree(total, totalOf([ratio('1', '2')]))).toBe('unknown')
})

test('however the parts are cut, equal totals agree and unequal ones differ', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }), fc.nat(), (parts, place) => {
      const cells = parts.map((part) => ratio(`${part}`, `${part + 7}`))
      const cut = place % parts.length
      const merged = [totalOf(cells.slice(0, cut)), totalOf(cells.slice(cut))].map((total) => ({
        ...exact,
        ...total,
      }))
      expect(totalsAgree(totalOf(cells), totalOf(merged))).toBe('agree')
      expect(totalsAgree(totalOf(cells), totalOf([...merged, ratio('1', '0')]))).toBe('differ')
    }),
  )
})

test('two empty sides prove nothing', () => {
  expect(totalsAgree(totalOf([]), totalOf([]))).toBe('unknown')
})
