import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audit } from './audit.ts'
import { documentOf, type Part } from './document.fixture.ts'
import { SEVERITIES } from './finding.ts'
import { NOTHING_KNOWN } from './knowledge.ts'
import { RULES } from './rules/list.ts'

const WORDS = [
  '',
  '1',
  '2',
  'I',
  'II',
  'a)',
  '-',
  '(1)',
  '(3)=(2)/(1)',
  '3=1+2',
  'Tổng cộng',
  'Trong đó: nữ',
  'TT',
  'Đơn vị',
  'ĐVT',
  '%',
  'Hộ',
  'Tổng số hồ sơ',
  'Đúng hạn',
  'Trễ hạn',
  'Tỷ lệ (%)',
  'Chỉ tiêu',
  'Kết quả thực hiện',
  'Tháng 1',
  'Tháng 2',
  'Lũy kế 2 tháng',
  '1.234',
  '1234',
  '421.62',
  '98,27%',
  '100%',
  '(55/55)',
  '98.27% (23.391/23.802)',
  'Đạt hơn 8.5% (5/5 và hơn 400/760)',
  '24 loại',
  'Đang thống kê',
  'ngày 31/02/2023',
  'tháng 12/2023',
  'Quyết định số 1402/QĐ-UBND ngày 14/6/2023',
  'tăng 12% so với cùng kỳ',
  'gồm 5 nội dung: (1) a; (2) b',
  'Phường 1',
  'Báo cáo 9 tháng năm 2023',
  'thử nghiệm tháng 12/2023, chính thức tháng 01/2023',
]
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
)
const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 8 })
const text = fc.array(cell, { maxLength: 12 }).map((words) => words.join(' '))
const document = fc.array(fc.oneof<fc.Arbitrary<Part>[]>(text, grid), { minLength: 1, maxLength: 5 })

test('no document breaks a rule, and every finding says all it must', () => {
  fc.assert(
    fc.property(document, (parts) => {
      const written = documentOf(...parts)
      for (const { rule, severity, places, stated, worked, why, correction, key } of audit(written, NOTHING_KNOWN)
        .findings) {
        expect(RULES.map(({ id }) => id)).toContain(rule)
        expect(SEVERITIES).toContain(severity)
        expect(places.length).toBeGreaterThan(0)
        expect(places.every(({ block }) => written.blocks[block] !== undefined)).toBe(true)
        expect([stated, worked, why].every(({ vi, en }) => vi.trim() !== '' && en.trim() !== '')).toBe(true)
        expect(correction === undefined || correction.confirmedBy.length > 0).toBe(true)
        expect(key).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
})

test('rules have names of their own, in both languages', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  expect(
    RULES.every(({ title, about }) => [title.vi, title.en, about.vi, about.en].every((words) => words.length > 5)),
  ).toBe(true)
})

test('the same document is audited alike each time', () => {
  fc.assert(
    fc.property(document, (parts) => {
      expect(audit(documentOf(...parts), NOTHING_KNOWN)).toEqual(audit(documentOf(...parts), NOTHING_KNOWN))
    }),
    { numRuns: 30 },
  )
})
