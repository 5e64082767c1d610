import { expect, test } from 'vitest'
import type { Cell, Table } from '../domain/document.ts'
import type { Severity, Spot } from '../domain/finding.ts'
import type { State } from '../domain/finding-words.ts'
import { cellKey, chosenOf, foremost, type Mark, marksByBlock, marksByCell, nextOf } from './marks.ts'
import type { ShownFinding } from './shown-finding.ts'

const cell = (row: number, column: number, more: Partial<Cell> = {}): Cell => ({ text: 'x', row, column, ...more })
const table: Table = {
  kind: 'table',
  rows: [[cell(0, 0, { rowSpan: 2 }), cell(0, 1)], [cell(1, 1)]],
  width: 2,
  origin: {},
}
const words = { vi: '', en: '' }
const finding = (number: number, ...spots: readonly Spot[]): ShownFinding => ({
  id: String(number),
  number,
  rule: 'ratio',
  key: `${number}`,
  placeKey: `${number}`,
  severity: 'proved',
  places: spots.map((spot) => ({ ...spot, quote: '', where: words })),
  stated: words,
  worked: words,
  why: words,
  state: 'open',
  decision: null,
  earlier: null,
})
const mark = (id: string, severity: Severity = 'proved', state: State = 'open'): Mark => ({
  id,
  number: Number(id),
  severity,
  state,
  place: 0,
})

test('every place of every finding is marked in its block', () => {
  const marks = marksByBlock([finding(1, { block: 4, row: 0, column: 1 }, { block: 7 }), finding(2, { block: 7 })])
  expect([...marks].map(([block, list]) => [block, list.map(({ id, place }) => `${id}:${place}`)])).toEqual([
    [4, ['1:0']],
    [7, ['1:1', '2:0']],
  ])
})

test('a mark inside a merged cell is shown where the cell begins; one on a row or table in its first cell', () => {
  expect(cellKey(table, { row: 1, column: 0 })).toBe('0.0')
  expect(cellKey(table, { row: 1 })).toBe('1.1')
  expect(cellKey(table, {})).toBe('0.0')
  const cells = marksByCell(table, [
    { ...mark('1'), row: 1, column: 0 },
    { ...mark('2'), row: 1, column: 1 },
  ])
  expect([...cells.keys()]).toEqual(['0.0', '1.1'])
})

test('an open finding lends its look before a decided one, a grave one before a light one', () => {
  expect(foremost([mark('1', 'look'), mark('2', 'proved', 'dismissed'), mark('3', 'likely')])?.id).toBe('3')
  expect(foremost([])).toBeUndefined()
})

test('clicking again walks through all findings of a place', () => {
  const marks = [mark('1', 'look'), mark('2', 'proved'), mark('2', 'proved')]
  expect(nextOf(marks, null)).toBe('2')
  expect(nextOf(marks, '2')).toBe('1')
  expect(nextOf(marks, '1')).toBe('2')
})

test('the chosen finding is known in each block where it, its proof or its correction stands', () => {
  const chosen = chosenOf({
    ...finding(1, { block: 4, row: 0, column: 1 }),
    correction: {
      kind: 'lost-mark',
      says: words,
      changes: [{ spot: { block: 4, row: 0, column: 1 }, from: '421.62', to: '421.620' }],
      confirmedBy: [{ block: 9 }],
    },
  })
  expect([...(chosen?.blocks ?? [])]).toEqual([4, 9])
  expect(chosenOf(undefined)).toBeNull()
})
