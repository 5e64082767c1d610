import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expression } from '#kernel/rules/expression.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import type { Answers } from './answers.ts'
import { feesDue, papersAsked, termFor } from './asked.ts'
import { Fee, ProcedureContent } from './content.ts'

const rule = (formula: string): Expression => {
  const parsed = parseFormula(formula)
  if ('problem' in parsed) throw new Error(formula)
  return parsed.expression
}
const both = (text: string) => ({ vi: text, en: text })

/** A procedure with one fee, two limits, two papers and two questions. */
const content = (fee: object = {}): ProcedureContent =>
  ProcedureContent.parse({
    name: both('Đăng ký'),
    fieldCode: 'ho-tich',
    onlineLevel: 'full',
    levels: ['commune'],
    applicants: ['citizen'],
    channels: ['counter'],
    steps: both('Nộp hồ sơ'),
    requirements: both(''),
    papers: [
      { code: 'to-khai', name: both('Tờ khai'), forms: ['original'] },
      { code: 'uy-quyen', name: both('Uỷ quyền'), forms: ['original'], when: rule('[represented]') },
    ],
    results: [{ code: 'giay', name: both('Giấy') }],
    fees: [{ code: 'le-phi', kind: 'levy', name: both('Lệ phí'), amountVnd: 8001, validFrom: '2026-01-01', ...fee }],
    terms: [
      { when: rule('[copies] > 10'), term: { amount: 3, unit: 'working-days' } },
      { term: { amount: 1, unit: 'in-day' } },
    ],
    legalBasis: [{ number: '1/2026', title: 'Quy định' }],
    questions: [
      { name: 'represented', label: both('Uỷ quyền?'), type: 'boolean' },
      { name: 'copies', label: both('Số bản'), type: 'number' },
      { name: 'poor', label: both('Hộ nghèo?'), type: 'boolean' },
    ],
  })

const answers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom('represented', 'copies', 'poor', 'else', '__proto__'),
  fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.double(), fc.constant(null)),
)

test('whatever is answered, there is a limit, each fee is between nothing and its amount, and papers are of the procedure', () => {
  const withExemptions = content({
    exemptions: [
      { who: both('Hộ nghèo'), when: rule('[poor]'), percent: 50 },
      { who: both('Khác'), percent: 100 },
    ],
  })
  fc.assert(
    fc.property(answers, (given) => {
      expect(termFor(withExemptions, given).amount).toBeGreaterThan(0)
      for (const { amountVnd, dueVnd } of feesDue(withExemptions, given, '2026-11-30')) {
        expect(Number.isInteger(dueVnd)).toBe(true)
        expect(dueVnd).toBeGreaterThanOrEqual(0)
        expect(dueVnd).toBeLessThanOrEqual(amountVnd)
      }
      expect(papersAsked(withExemptions, given)[0]?.code).toBe('to-khai')
    }),
  )
})

test('conditions decide: a paper of a representative, a longer limit, a fee halved for poor households', () => {
  const exemptions = [
    { who: both('Hộ nghèo'), when: rule('[poor]'), percent: 50 },
    { who: both('Trên mạng'), when: rule('[poor]'), percent: 10 },
  ]
  const procedure = content({ exemptions })
  expect(papersAsked(procedure, { represented: true }).map(({ code }) => code)).toEqual(['to-khai', 'uy-quyen'])
  expect(papersAsked(procedure, { represented: 'true' }).map(({ code }) => code)).toEqual(['to-khai'])
  expect(termFor(procedure, { copies: 11 })).toMatchObject({ amount: 3, unit: 'working-days' })
  expect(termFor(procedure, { copies: '11' })).toMatchObject({ amount: 3, unit: 'working-days' })
  expect(termFor(procedure, {})).toMatchObject({ unit: 'in-day' })
  expect(feesDue(procedure, { poor: true }, '2026-05-05')[0]).toMatchObject({
    dueVnd: 4000,
    exemption: { percent: 50 },
  })
  expect(feesDue(procedure, {}, '2026-05-05')[0]).toMatchObject({ dueVnd: 8001, exemption: null })
})

test('a fee holds from its first day until before its last one', () => {
  const procedure = content({ validFrom: '2026-02-01', validTo: '2026-03-01' } satisfies Partial<Fee>)
  const onDay = (day: string) => feesDue(procedure, {}, day).length
  expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(onDay)).toEqual([0, 1, 1, 0])
})
