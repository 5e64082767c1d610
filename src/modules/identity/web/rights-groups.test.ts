import { expect, test } from 'vitest'
import { rightsGroups } from './rights-groups.ts'

test('units with the same permissions stand together, and nothing is left out', () => {
  const right = (permission: string, unitId: string | null) => ({
    permission,
    unitId,
    unitName: unitId && `Phường ${unitId}`,
  })
  const rights = [
    right('a:x', '1'),
    right('a:y', '1'),
    right('a:y', '2'),
    right('a:x', '2'),
    right('a:x', '2'),
    right('a:x', null),
  ]
  expect(rightsGroups(rights)).toEqual([
    { permissions: ['a:x', 'a:y'], units: ['Phường 1', 'Phường 2'] },
    { permissions: ['a:x'], units: [null] },
  ])
})
