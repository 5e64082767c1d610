import { expect, test } from 'vitest'
import { readOrder, splitOrder } from './order.ts'

test('numbers of rows, the deeper the larger their level', () => {
  const levels = ['A', 'I', '1', '1.1', '1.1.2', 'a)', '-'].map((text) => readOrder(text)?.level ?? -1)
  expect(levels).toEqual(levels.toSorted((a, b) => a - b))
  expect(readOrder('XIV')).toMatchObject({ style: 'roman', value: 14 })
  expect(readOrder('09')).toMatchObject({ style: 'number', value: 9 })
  expect(readOrder('4.10')).toMatchObject({ style: 'dotted' })
})

test.each(['4.602', '1.234.567', 'Phòng', '', '2023', '12,5'])('%s is no number of a row', (text) => {
  expect(readOrder(text)).toBeNull()
})

test('a title with its number', () => {
  expect(splitOrder('I. Nhóm Chính quyền số')).toMatchObject({ order: { text: 'I' }, rest: 'Nhóm Chính quyền số' })
  expect(splitOrder('Phường 1')).toBeNull()
})
