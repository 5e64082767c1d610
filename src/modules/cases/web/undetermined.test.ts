import { expect, test } from 'vitest'
import { undetermined } from './undetermined.ts'

const column = (name: string) => ({ label: { vi: name, en: name }, group: null })
const row = (...certainties: string[]) => ({ cells: certainties.map((certainty) => ({ certainty })) })

test('a column is named once, however many of its numbers are not derivable', () => {
  const columns = ['Kỳ trước', 'Tiếp nhận', 'Đang giải quyết'].map(column)
  const rows = [
    row('not-derivable', 'exact', 'estimated'),
    row('not-derivable', 'exact', 'exact'),
    row('exact', 'exact', 'not-derivable'),
  ]
  expect(undetermined({ columns, rows })).toEqual([columns[0], columns[2]])
  expect(undetermined({ columns, rows: [] })).toEqual([])
})
