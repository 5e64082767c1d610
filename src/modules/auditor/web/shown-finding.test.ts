import { expect, test } from 'vitest'
import type { FindingShown } from '../contract.ts'
import { numbered, shortened } from './shown-finding.ts'

const words = { vi: '', en: '' }
const finding = (key: string, block: number): FindingShown => ({
  rule: 'ratio',
  key,
  placeKey: key,
  severity: 'proved',
  places: [{ block, quote: '', where: words }],
  stated: words,
  worked: words,
  why: words,
  state: 'open',
  decision: null,
  earlier: null,
})

test('findings are numbered in reading order, however they came', () => {
  const shown = numbered([finding('b', 9), finding('a', 2)])
  expect(shown.map(({ key, number, id }) => [key, number, id])).toEqual([
    ['a', 1, '1'],
    ['b', 2, '2'],
  ])
})

test('a long title is cut between words, a short one is not', () => {
  const long = 'Báo cáo tình hình ứng dụng công nghệ thông tin, kết quả thực hiện chỉ tiêu, nhiệm vụ chuyển đổi số'
  expect(shortened(long)).toBe('Báo cáo tình hình ứng dụng công nghệ thông tin, kết quả thực…')
  expect(shortened('Báo cáo quý III')).toBe('Báo cáo quý III')
  expect(shortened('x'.repeat(200))).toHaveLength(65)
})
