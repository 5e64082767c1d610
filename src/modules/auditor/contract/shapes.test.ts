import { expect, test } from 'vitest'
import type { Cell, Origin, Paragraph, Table } from '../domain/document.ts'
import type { Correction, Place } from '../domain/finding.ts'
import { Block, FindingShown } from './shapes.ts'

// Each value has every field there is: a field the domain gains has to travel too, or this does not compile.
const origin: Required<Origin> = { page: 1, line: 2, sheet: 'Bảng', address: 'B7', wordParagraph: 3, key: 's1' }
const place: Required<Place> = {
  block: 1,
  row: 2,
  column: 3,
  from: 4,
  to: 5,
  quote: '57%',
  where: { vi: 'Bảng 1', en: 'Table 1' },
}
const says = { vi: 'một', en: 'one' }

test('a block leaves as the domain has it', () => {
  const cell: Required<Cell> = {
    text: '57%',
    row: 0,
    column: 1,
    rowSpan: 2,
    columnSpan: 3,
    bold: true,
    number: 0.57,
    formula: 'B1/B2',
    hidden: true,
    origin,
  }
  const paragraph: Required<Paragraph> = { kind: 'paragraph', text: 'Một', heading: 1, origin }
  const table: Required<Table> = { kind: 'table', rows: [[cell]], width: 4, headerRows: 1, caption: 'Bảng 1', origin }
  expect(Block.parse(paragraph)).toEqual(paragraph)
  expect(Block.parse(table)).toEqual(table)
})

test('a finding leaves as the domain has it', () => {
  const spot = { block: 1, row: 2, column: 3, from: 4, to: 5 }
  const correction: Required<Correction> = {
    kind: 'transpose',
    says,
    changes: [{ spot, from: '57%', to: '75%' }],
    confirmedBy: [spot],
  }
  const finding: Required<FindingShown> = {
    rule: 'stated-percentage',
    key: 'a',
    placeKey: 'b',
    severity: 'proved',
    places: [place],
    stated: says,
    worked: says,
    why: says,
    correction,
    notes: [says],
    state: 'open',
    decision: null,
    earlier: null,
  }
  expect(FindingShown.parse(finding)).toEqual(finding)
})
