import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { compareContents } from './compare.ts'
import { missingParts } from './completeness.ts'
import { ProcedureContent } from './content.ts'

const both = (text: string) => ({ vi: text, en: text })
const code = fc.constantFrom('a', 'b', 'c', 'd')
const paper = fc.record({ code, name: fc.constantFrom(both('Tờ khai'), both('Đơn')), copies: fc.nat(3) })
const content: fc.Arbitrary<ProcedureContent> = fc
  .record({
    name: fc.constantFrom(both('Đăng ký'), both('Cấp')),
    sets: fc.integer({ min: 1, max: 3 }),
    papers: fc.uniqueArray(paper, { selector: (one) => one.code, maxLength: 4 }),
    amount: fc.nat(3),
    days: fc.nat(3),
  })
  .map(({ name, sets, papers, amount, days }) =>
    ProcedureContent.parse({
      name,
      fieldCode: 'x',
      onlineLevel: 'none',
      levels: ['commune'],
      applicants: ['citizen'],
      channels: ['counter'],
      steps: both(''),
      requirements: both(''),
      papers: papers.map((one) => ({ ...one, forms: ['original'] })),
      sets,
      results: [{ code: 'r', name: both('Giấy') }],
      fees: [{ code: 'f', kind: 'levy', name: both('Lệ phí'), amountVnd: amount, validFrom: '2026-01-01' }],
      terms: [{ term: { amount: days, unit: 'working-days' } }],
      legalBasis: [{ number: '1', title: 'Luật' }],
    }),
  )

test('nothing differs exactly when both say the same', () => {
  fc.assert(
    fc.property(content, content, (a, b) => {
      expect(compareContents(a, structuredClone(a))).toEqual([])
      const isSame = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
      expect(compareContents(a, b).length === 0).toBe(isSame)
    }),
  )
})

test('what is added one way is removed the other way', () => {
  fc.assert(
    fc.property(content, content, (a, b) => {
      const of = (from: ProcedureContent, to: ProcedureContent, kind: string) =>
        compareContents(from, to)
          .filter((one) => one.kind === kind)
          .map((one) => `${one.part} ${one.code}`)
          .toSorted()
      expect(of(a, b, 'added')).toEqual(of(b, a, 'removed'))
      expect(of(a, b, 'changed')).toEqual(of(b, a, 'changed'))
    }),
  )
})

test('the parts that make a procedure whole are papers, steps and a time limit among others', () => {
  fc.assert(
    fc.property(content, (one) => {
      const missing = missingParts(one)
      expect(missing).toContain('steps')
      expect(missing.includes('papers')).toBe(one.papers.length === 0)
      expect(missing.includes('term')).toBe(one.terms[0]?.term.amount === 0)
    }),
  )
})

test('two amounts of a fee may follow each other, but not hold on one day', () => {
  const [one] = fc.sample(content, 1)
  const fee = one?.fees[0]
  if (!one || !fee) throw new Error('There is a fee.')
  const terms = [{ when: null, term: { amount: 1, unit: 'in-day' as const, rule: 'days' as const } }]
  const found = (first: object, second: object) =>
    checkContent({
      ...one,
      terms,
      fees: [
        { ...fee, ...first },
        { ...fee, ...second },
      ],
    }).map((each) => each.code)
  expect(found({ validTo: '2026-06-01' }, { validFrom: '2026-06-01' })).toEqual([])
  expect(found({}, { validFrom: '2026-06-01' })).toEqual(['procedures/fees-overlap'])
  expect(found({ validTo: '2025-01-01' }, { validFrom: '2026-06-01' })).toEqual(['procedures/fee-days'])
})

const sorted = (one: ProcedureContent) => ({
  ...one,
  papers: one.papers.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
})
