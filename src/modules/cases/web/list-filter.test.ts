import { expect, test } from 'vitest'
import { countFilters, filterOf, ListAddress, narrowedTo } from './list-filter.ts'

const address = ListAddress.parse({ list: 'overdue', below: 'true', channel: 'post' })

test('the address and the search text become the filter of the operations, without what is not set', () => {
  expect(filterOf(address, ' nguyen ')).toEqual({ q: 'nguyen', below: true, channel: 'post' })
  expect(filterOf(ListAddress.parse({}), '')).toEqual({})
})

test('the search text stands in no address: it may hold personal data', () => {
  expect(ListAddress.parse({ q: '0912345678' })).not.toHaveProperty('q')
})

test('a saved filter takes the place of what the address narrowed before', () => {
  const saved = filterOf(address, 'nguyen')
  const narrowed = narrowedTo(saved)
  expect(narrowed).toMatchObject({ below: 'true', channel: 'post', business: undefined })
  expect(Object.keys(narrowed)).not.toContain('q')
  expect(countFilters(ListAddress.parse(narrowed))).toBe(2)
})
