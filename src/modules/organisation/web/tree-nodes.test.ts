import { expect, test } from 'vitest'
import type { TreeUnit } from '../contract.ts'
import { nodesOf, openAtFirst } from './tree-nodes.ts'

const unit = (unitId: string, parentId: string | null, childCount: number): TreeUnit => ({
  unitId,
  parentId,
  childCount,
  beganOn: '2021-01-01',
  code: unitId,
  name: `Đơn vị ${unitId}`,
  shortName: null,
  kind: 'ward',
  level: 'commune',
  validFrom: '2021-01-01',
  validTo: null,
})

const units = [
  unit('1', null, 2),
  unit('2', '1', 3),
  unit('3', '2', 0),
  unit('4', '2', 0),
  unit('5', '2', 0),
  unit('6', '1', 0),
]

test('units are nested under their parents; one whose parent is out of sight is a root', () => {
  expect(nodesOf(units)).toMatchObject([
    { id: '1', aside: '1 (2)', children: [{ id: '2' }, { id: '6', children: [] }] },
  ])
  expect(nodesOf(units.slice(1, 5)).map(({ id }) => id)).toEqual(['2'])
})

test('the tree opens level by level while it stays short', () => {
  expect(openAtFirst(units, 10)).toEqual(['1', '2'])
  expect(openAtFirst(units, 4)).toEqual(['1'])
  expect(openAtFirst(units, 2)).toEqual([])
})
