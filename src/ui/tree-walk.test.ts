import { expect, test } from 'vitest'
import { nextInTree, visibleNodes } from './tree-walk.ts'

const nodes = [
  {
    id: 'province',
    label: '',
    children: [
      { id: 'city', label: '', children: [{ id: 'ward', label: '' }] },
      { id: 'town', label: '' },
    ],
  },
]
const open = new Set(['province'])
const visible = visibleNodes(nodes, open)
const press = (key: string, at: string) => nextInTree(key, at, visible, open)

test('only what is open is in sight, with its depth and its place among its siblings', () => {
  expect(visible.map(({ node, depth, place, siblings }) => [node.id, depth, place, siblings])).toEqual([
    ['province', 0, 0, 1],
    ['city', 1, 0, 2],
    ['town', 1, 1, 2],
  ])
})

test('right opens, then goes to the first child; left closes, then goes to the parent', () => {
  expect(press('ArrowRight', 'city')).toEqual({ kind: 'open', id: 'city' })
  expect(press('ArrowRight', 'province')).toEqual({ kind: 'go', id: 'city' })
  expect(press('ArrowLeft', 'province')).toEqual({ kind: 'close', id: 'province' })
  expect(press('ArrowLeft', 'town')).toEqual({ kind: 'go', id: 'province' })
  expect(press('ArrowRight', 'town')).toBeNull()
})

test('up and down stop at the ends, Home and End jump to them, Enter selects', () => {
  expect(press('ArrowDown', 'town')).toBeNull()
  expect(press('ArrowUp', 'province')).toBeNull()
  expect(press('End', 'province')).toEqual({ kind: 'go', id: 'town' })
  expect(press('Home', 'town')).toEqual({ kind: 'go', id: 'province' })
  expect(press('Enter', 'town')).toEqual({ kind: 'select', id: 'town' })
})
