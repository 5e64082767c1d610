import { expect, test } from 'vitest'
import { faultsOf } from '../domain/check-template.ts'
import { Template } from '../domain/template.ts'
import { emptyTemplate, keysOf, moved, newBlock, newRow, replaced, withSection } from './edit-template.ts'

test('whatever is added to a template, it can be saved and filled', () => {
  let template = emptyTemplate('quarter', 'Báo cáo')
  for (const kind of ['text', 'hand', 'units', 'indicators', 'units'] as const) {
    template = withSection(template)
    const last = template.sections.length - 1
    const section = template.sections[last]
    if (section)
      template = {
        ...template,
        sections: replaced(template.sections, last, { ...section, blocks: [newBlock(kind, template)] }),
      }
  }
  expect(Template.safeParse(template).error).toBeUndefined()
  expect(faultsOf(template)).toEqual([])
  expect(new Set(keysOf(template)).size).toBe(keysOf(template).length)
})

test('moving past an end changes nothing', () => {
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
})

test('a new row has a key of its own', () => {
  expect(newRow('total', ['r1', 'r2'], 'self')).toMatchObject({ key: 'r3', of: ['r1', 'r2'] })
})
