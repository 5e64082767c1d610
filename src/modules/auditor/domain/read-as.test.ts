import { expect, test } from 'vitest'
import { documentOf } from './document.fixture.ts'
import { NOTHING_KNOWN } from './knowledge.ts'
import { readAs } from './read-as.ts'
import { read } from './reading/read.ts'

const columnsOf = (...numbers: readonly string[]) => {
  const grid = [['TT', 'Đơn vị', 'Số văn bản'], ...numbers.map((text, at) => [String(at + 1), `Phòng ${at + 1}`, text])]
  return readAs(read(documentOf(grid), NOTHING_KNOWN))[0]?.columns[2]
}

test('numbers with and without marks in one column: read, and how surely', () => {
  expect(columnsOf('4.602', '4311', '8.351', '18938')).toMatchObject({ kind: 'count', style: 'mixed' })
  expect(columnsOf('4.602', '4311', '8.351', '18938')?.sure).toBeGreaterThan(0.95)
})

test('one marked number is less sure than three', () => {
  const [one, three] = [columnsOf('4.602', '12', '7'), columnsOf('4.602', '1.200', '7.777')]
  expect(one?.sure).toBeLessThan(three?.sure ?? 0)
})

test('a number that breaks the style takes some certainty away', () => {
  expect(columnsOf('421.62', '527.025', '142.378')?.sure).toBeLessThan(
    columnsOf('421.620', '527.025', '142.378')?.sure ?? 0,
  )
})
