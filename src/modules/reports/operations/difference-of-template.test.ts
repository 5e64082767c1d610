import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, done, smallTemplate } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('two versions are compared place by place', async () => {
  const { templateId } = city
  const [first, second] = smallTemplate().sections
  const body = { ...smallTemplate(), sections: [{ ...first, title: 'Văn bản đi, đến' }], recipients: ['Lưu: VT'] }
  await done(api.root, contract.saveTemplate, { code: 'bao-cao-9-thang', name: 'Báo cáo 9 tháng', body, basedOn: 1 })
  const { changes } = await done(api.root, contract.differenceOfTemplate, { templateId, from: 1, to: 2 })
  expect(changes.map(({ change, place }) => `${change} ${place}`)).toEqual([
    'changed recipients',
    'changed s1',
    'removed s2',
    ...(second?.blocks.map(({ key }) => `removed s2/${key}`) ?? []),
  ])
})
