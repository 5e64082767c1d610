import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsOf } from './definition.ts'
import { cellFromText, cellsOf, cellText, pasteInto } from './paste.ts'
import { both, formOf } from './sample.fixture.ts'

const columns =
  fieldsOf(
    formOf([
      {
        kind: 'table',
        name: 't',
        label: both('T'),
        columns: [
          { kind: 'text', name: 'ten', label: both('Tên') },
          { kind: 'money', name: 'gia', label: both('Giá') },
          { kind: 'day', name: 'ngay', label: both('Ngày') },
          { kind: 'choice', name: 'loai', label: both('Loại'), choices: [{ value: 'mot', label: both('Loại một') }] },
          { kind: 'yes-no', name: 'co', label: both('Có?') },
          { kind: 'gender', name: 'gioi', label: both('Giới tính') },
          { kind: 'year', name: 'nam', label: both('Năm') },
        ],
      },
    ]),
  )[0]?.columns ?? []

test('cells come out of what Excel copies, with quotes, tabs and lines inside them', () => {
  expect(cellsOf('a\tb\r\n"c ""d""\ne"\tf\r\n')).toEqual([
    ['a', 'b'],
    ['c "d"\ne', 'f'],
  ])
  expect(cellsOf('')).toEqual([])
})

test('what is pasted is read as people write it; what cannot be read stays as it is', () => {
  const { rows, left } = pasteInto([], columns, {
    row: 0,
    column: 0,
    cells: cellsOf('Gạo\t1.250.000 đ\t5/4/1985\tloai MOT\tx\tNữ\t1985\nMuối\tnhiều\t31/02/2020\tba\tkhông\t?\tnay'),
    most: 5000,
  })
  expect(left).toBe(0)
  expect(rows).toEqual([
    { ten: 'Gạo', gia: 1_250_000, ngay: '1985-04-05', loai: 'mot', co: true, gioi: 'female', nam: 1985 },
    { ten: 'Muối', gia: 'nhiều', ngay: '31/02/2020', loai: 'ba', co: false, gioi: '?', nam: 'nay' },
  ])
})

test('a block goes in where the cursor is, and lines beyond the most are counted, not lost in silence', () => {
  const { rows, left } = pasteInto([{ ten: 'A' }, { ten: 'B' }], columns, {
    row: 1,
    column: 1,
    cells: [['1'], ['2'], ['3']],
    most: 3,
  })
  expect(rows).toEqual([{ ten: 'A' }, { ten: 'B', gia: 1 }, { gia: 2 }])
  expect(left).toBe(1)
})

test('a cell that is copied out and pasted in again is the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...columns), fc.string({ maxLength: 30 }), (column, typed) => {
      const value = cellFromText(column, typed)
      if (value !== null) expect(cellFromText(column, cellText(column, value))).toEqual(value)
    }),
  )
})
