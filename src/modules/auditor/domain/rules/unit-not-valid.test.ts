import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf } from '../document.fixture.ts'
import type { KnownUnit } from '../knowledge.ts'
import { read } from '../reading/read.ts'
import { unitNotValid } from './unit-not-valid.ts'

const unit = (name: string, validFrom: string, validTo: string | null): KnownUnit => ({
  name,
  validFrom,
  validTo,
  parentName: null,
})
const UNITS = [
  unit('Phường 1', '1991-08-12', '2025-07-01'),
  unit('Phường Thắng Tam', '1991-08-12', '2025-07-01'),
  unit('Phường Vũng Tàu', '2025-07-01', null),
  unit('Phường Tam Thắng', '2025-07-01', null),
  unit('Phường Rạch Dừa', '1991-08-12', '2025-07-01'),
  unit('Phường Rạch Dừa', '2025-07-01', null),
]
const check = (date: string, ...names: readonly string[]) => {
  const document = documentOf(`Vũng Tàu, ngày ${date}`, 'BÁO CÁO', [
    ['TT', 'Đơn vị', 'Hồ sơ'],
    ...names.map((name, at) => [String(at + 1), name, String(100 + at)]),
  ])
  return unitNotValid.check(read(document, { units: UNITS, figures: [], previous: null }))
}

test('a ward abolished more than a year before, and one not yet founded', () => {
  const found = check('05 tháng 10 năm 2026', 'UBND Phường Vũng Tàu', 'P. Tam Thắng', 'Phường Thắng Tam')
  expect(found).toMatchObject([{ severity: 'likely', spots: [{ row: 3 }] }])
  expect(check('05 tháng 10 năm 2023', 'Phường 1', 'Phường Thắng Tam', 'Phường Vũng Tàu')).toMatchObject([
    { severity: 'likely', spots: [{ row: 3 }] },
  ])
})

test('a ward that still stood within the period is only worth a look', () => {
  expect(
    check('15 tháng 7 năm 2025', 'Phường Vũng Tàu', 'Phường Tam Thắng', 'Phường 1').map(({ severity }) => severity),
  ).toEqual(['look'])
})

test('valid names, names that went on, unknown names and tables of other things are left alone', () => {
  expect(check('05 tháng 10 năm 2023', 'Phường 1', 'Phường Thắng Tam', 'Phường Rạch Dừa', 'Phường Lạ')).toEqual([])
  expect(check('05 tháng 10 năm 2026', 'Phường Vũng Tàu', 'Phường Rạch Dừa', 'Phường Tam Thắng')).toEqual([])
  expect(check('05 tháng 10 năm 2026', 'Phường 1', 'Hội phụ nữ', 'Đoàn thanh niên', 'Công an')).toEqual([])
})

test('on every day the units of that day are right, in any order', () => {
  const OLD = ['Phường 1', 'Phường Thắng Tam', 'Phường Rạch Dừa']
  const NEW = ['Phường Vũng Tàu', 'Phường Tam Thắng', 'Phường Rạch Dừa']
  const day = fc.tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 2010, max: 2030 }),
  )
  fc.assert(
    fc.property(day, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), ([date, month, year], order) => {
      const standing = year < 2025 || (year === 2025 && month < 7) ? OLD : NEW
      const others = standing === OLD ? NEW : OLD
      const written = `${String(date).padStart(2, '0')} tháng ${String(month).padStart(2, '0')} năm ${year}`
      expect(check(written, ...order.map((at) => standing[at] ?? ''))).toEqual([])
      expect(check(written, ...standing, others[0] ?? '')).toHaveLength(1)
    }),
    { numRuns: 80 },
  )
})
