import { expect, test } from 'vitest'
import { z } from 'zod'
import { flagField } from '#kernel/fields.ts'
import { readAddress } from './address.ts'

const schema = z.object({
  search: z.string().default(''),
  page: z.coerce.number().int().min(1).default(1),
  code: z.string().optional(),
})

test('fields are read by the page’s schema; a code keeps its zeros', () => {
  expect(readAddress(schema, '?search=Th%E1%BA%AFng&page=3&code=00747')).toEqual({
    search: 'Thắng',
    page: 3,
    code: '00747',
  })
})

test('a box that was unticked stays so', () => {
  const boxes = z.object({ unread: flagField.default(true) })
  expect(readAddress(boxes, '?unread=false')).toEqual({ unread: false })
  expect(readAddress(boxes, '?unread=true')).toEqual({ unread: true })
  expect(readAddress(boxes, '?unread=perhaps')).toEqual({ unread: true })
})

test('a wrong field takes its default and spoils no other; strange fields are dropped', () => {
  expect(readAddress(schema, '?search=a&page=-4&evil=1')).toEqual({ search: 'a', page: 1 })
})
