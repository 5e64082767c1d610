import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { organisation } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
})
afterAll(() => api.close())

const list = {
  text: 'mã;tên;mã cấp trên\n77;Tỉnh Bà Rịa - Vũng Tàu;\n747;Thành phố Vũng Tàu;77\n26506;Phường 1;747\n',
  format: 'csv' as const,
  asOf: '2021-01-01',
}

test('a dry run tells the same as the import, and stores nothing', async () => {
  const country = await api.root.call(contract.createUnit, {
    name: 'Việt Nam',
    kind: 'country',
    level: 'nation',
    validFrom: '2000-01-01',
  })
  const { body: dry } = await api.root.call(contract.previewImport, list)
  expect(dry).toMatchObject({ rows: 3, stored: false, counts: { added: 3 } })
  const { body: tree } = await api.root.call(contract.treeAt, { day: '2021-01-01' })
  expect(tree.units).toHaveLength(1)

  const { body: real } = await api.root.call(contract.importUnits, list)
  expect(real.differences).toEqual(dry.differences)
  const { body: after } = await api.root.call(contract.treeAt, { rootId: country.body.unitId, day: '2021-01-01' })
  expect(after.units.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
    'country nation',
    'province province',
    'provincial-city district',
    'ward commune',
  ])
})

test('it needs the right to import', async () => {
  const reader = api.as({ grants: [{ permission: 'organisation:read', unitId: null, reach: 'subtree' }] })
  expect((await reader.call(contract.previewImport, list)).problem).toMatchObject({ status: 403 })
})
