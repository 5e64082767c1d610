import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  for (const code of ['a', 'b'].map((letter) => `m_${letter}`)) {
    await api.root.call(contract.defineMeasure, {
      code,
      name: { vi: code, en: code },
      nature: 'flow',
      source: 'counted',
      unit: { vi: 'hồ sơ', en: 'dossiers' },
      validFrom: '2021-01-01',
    })
  }
})
afterAll(() => api.close())

const indicator = (more: object) => ({
  code: 'D.1',
  group: { code: 'D', name: { vi: 'Thử', en: 'Test' } },
  name: { vi: 'Tỷ lệ', en: 'Ratio' },
  kind: 'ratio',
  numerator: '[m_a]',
  denominator: '[m_a] + [m_b]',
  validFrom: '2022-01-01',
  ...more,
})

test('a dry run tries the formula on examples and stores nothing', async () => {
  const examples = [
    { m_a: '1', m_b: '2' },
    { m_a: '0', m_b: '0' },
  ]
  const { body } = await api.root.call(contract.defineIndicator, indicator({ dryRun: true, examples }))
  expect(body.results).toEqual([
    { numerator: '1', denominator: '3', shown: '33.33' },
    { numerator: '0', denominator: '0', shown: null },
  ])
  expect((await api.root.call(contract.listIndicators, {})).body.indicators).toEqual([])
})

test('a formula that does not add up, names nothing known, or cannot be read is refused with its place', async () => {
  const codeOf = async (more: object) => {
    const { problem } = await api.root.call(contract.defineIndicator, indicator(more))
    return problem?.errors?.map(({ path, code }) => `${path} ${code}`)
  }
  expect(await codeOf({ numerator: '[m_a] / [m_b]' })).toEqual(['numerator indicators/formula-does-not-add-up'])
  expect(await codeOf({ numerator: '[m_a] + 1' })).toEqual(['numerator indicators/formula-does-not-add-up'])
  expect(await codeOf({ denominator: '[m_z]' })).toEqual(['denominator rules/unknown-reference'])
  expect(await codeOf({ denominator: '5' })).toEqual(['denominator indicators/formula-without-measure'])
  expect(await codeOf({ denominator: null })).toEqual(['denominator indicators/needs-denominator'])
  expect((await codeOf({ numerator: '[m_a] +' }))?.[0]).toMatch(/^numerator rules\//)
})

test('a new version counts from its day; earlier periods keep the formula they had', async () => {
  await api.root.call(contract.defineIndicator, indicator({}))
  const early = await api.root.call(contract.defineIndicator, indicator({ validFrom: '2021-06-01' }))
  expect(early.problem?.code).toBe('indicators/version-not-later')
  const { body } = await api.root.call(
    contract.defineIndicator,
    indicator({ denominator: '[m_b]', validFrom: '2024-01-01' }),
  )
  expect(body.version).toBe(2)
  const at = async (day: string) =>
    (await api.root.call(contract.getIndicator, { code: 'D.1', day })).body.indicator.denominator
  expect([await at('2023-05-05'), await at('2024-05-05')]).toEqual(['[m_a] + [m_b]', '[m_b]'])
})

test('a target of several parts is read; the part an indicator stands for is chosen', async () => {
  const set = (text: string, part: number | null) =>
    api.root.call(contract.setTarget, { indicator: 'D.1', level: 'province', text, part, validFrom: '2022-01-01' })
  expect((await set('50% sản phẩm; 85% hộ', 2)).status).toBe(200)
  expect((await set('50% sản phẩm; 85% hộ', 3)).problem?.code).toBe('indicators/target-has-no-part')
  const { body } = await api.root.call(contract.getIndicator, { code: 'D.1' })
  expect(body.indicator.targets[0]).toMatchObject({ level: 'province', text: '50% sản phẩm; 85% hộ' })
})

test('only who may define defines', async () => {
  const reader = api.as({ grants: [{ permission: 'indicators:read', unitId: null, reach: 'subtree' }] })
  expect((await reader.call(contract.defineIndicator, indicator({}))).status).toBe(403)
})
