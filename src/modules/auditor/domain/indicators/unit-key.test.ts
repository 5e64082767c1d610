import { expect, test } from 'vitest'
import { documentOf } from '../document.fixture.ts'
import { NOTHING_KNOWN } from '../knowledge.ts'
import { read } from '../reading/read.ts'
import { unitKeys } from './unit-key.ts'

const keysOf = (...labels: readonly string[]) => {
  const { tables } = read(
    documentOf([['TT', 'Đơn vị', 'Hồ sơ'], ...labels.map((label, at) => [String(at + 1), label, '10'])]),
    NOTHING_KNOWN,
  )
  const [table] = tables
  return table ? [...unitKeys(table).values()] : []
}

test('one city and its wards, whatever the table calls them', () => {
  const [city, wards] = keysOf('UBND TPVT', 'UBND phường, xã')
  for (const labels of [
    ['UBND TP.VT', 'UBND cấp xã'],
    ['UBND TP. Vũng Tàu', 'UBND các phường, xã'],
    ['UBND cấp huyện', 'UBND Phường, xã'],
  ])
    expect(keysOf(...labels)).toEqual([city, wards])
})

test('units of one table stay apart', () => {
  const keys = keysOf('Phường 1', 'Phường 12', 'Xã Long Sơn', 'TP. Bà Rịa', 'TP. Vũng Tàu', 'Huyện Côn Đảo')
  expect(new Set(keys).size).toBe(6)
  expect(keysOf('UBND phường 01', 'P. Thắng Tam', 'Xã Long Sơn')).toEqual(
    keysOf('Phường 1', 'Phường Thắng Tam', 'UBND xã Long Sơn'),
  )
})
