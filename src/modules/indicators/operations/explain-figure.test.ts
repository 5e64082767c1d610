import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import * as units from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  const measure = (code: string, source: 'counted' | 'reported') =>
    api.root.call(contract.defineMeasure, {
      code,
      name: { vi: `Số ${code}`, en: `Number of ${code}` },
      nature: 'flow',
      source,
      unit: { vi: 'hồ sơ', en: 'dossiers' },
      validFrom: '2021-01-01',
    })
  for (const code of ['done', 'late']) await measure(code, 'counted')
  await measure('asked', 'reported')
  const { problem } = await api.root.call(contract.defineIndicator, {
    code: 'E.1',
    group: { code: 'E', name: { vi: 'Thử', en: 'Test' } },
    name: { vi: 'Tỷ lệ', en: 'Ratio' },
    kind: 'ratio',
    numerator: '[done]',
    denominator: '[done] + [late]',
    validFrom: '2021-01-01',
  })
  expect(problem).toBeUndefined()
})
afterAll(() => api.close())

let made = 0
/** Two cities of a province with three wards each; ward 0 moves to the second city and wards 1 and 2 merge, within 2024. */
async function country() {
  const tag = `e${made++}`
  const at = (
    key: string,
    level: 'province' | 'district' | 'commune',
    kind: 'province' | 'provincial-city' | 'ward',
    parent?: string,
  ) => ({
    key,
    code: `${tag}${key}`,
    name: `${tag} ${key}`,
    kind,
    level,
    ...(parent && { parent: { key: parent } }),
  })
  const { body } = await api.root.call(units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          at('p', 'province', 'province'),
          at('x', 'district', 'provincial-city', 'p'),
          at('y', 'district', 'provincial-city', 'p'),
          ...[0, 1, 2].map((n) => at(`a${n}`, 'commune', 'ward', 'x')),
          ...[0, 1, 2].map((n) => at(`b${n}`, 'commune', 'ward', 'y')),
        ],
      },
    ],
  })
  const id = (key: string) => body.created[key] ?? ''
  const change = async (effectiveOn: string, act: object) => {
    const { body: done, problem } = await api.root.call(units.applyChange, { effectiveOn, acts: [act] })
    expect(problem).toBeUndefined()
    return done.created
  }
  await change('2024-03-10', { kind: 'move', from: [{ unitId: id('a0') }], set: { parent: { unitId: id('y') } } })
  const merged = await change('2024-07-01', {
    kind: 'merge',
    from: [{ unitId: id('a1') }, { unitId: id('a2') }],
    to: [{ key: 'm', code: `${tag}m`, name: `${tag} m`, kind: 'ward', level: 'commune', parent: { unitId: id('x') } }],
  })
  const wards = ['a0', 'a1', 'a2', 'b0', 'b1', 'b2'].map(id)
  return { top: id('p'), x: id('x'), y: id('y'), wards, merged: merged.m ?? '' }
}

test('whatever was moved or merged within the period, what is listed adds up to the figure at every level', async () => {
  const { top, x, y, wards, merged } = await country()
  const anyFact = fc.record({
    ward: fc.integer({ min: 0, max: 5 }),
    done: fc.boolean(),
    offset: fc.integer({ min: 0, max: 500 }),
    value: fc.integer({ min: 1, max: 9 }),
  })
  const facts = fc.sample(anyFact, { numRuns: 120, seed: 7 }).flatMap(({ ward, done, offset, value }) => {
    const day = addDays('2023-12-01', offset)
    const isMerged = (ward === 1 || ward === 2) && day >= '2024-07-01'
    return [
      { measure: done ? 'done' : 'late', unitId: isMerged ? merged : (wards[ward] ?? ''), day, value: String(value) },
    ]
  })
  expect((await api.root.call(contract.recordFacts, { facts })).problem).toBeUndefined()
  const figures = [
    ...['2024-Y', '2024-Q1', '2024-M03', '2024-H2'].flatMap((period) =>
      [top, x, y, merged, wards[0] ?? ''].map((unitId) => ({ unitId, period, structureOn: null })),
    ),
    ...['2022-01-01', '2024-05-05', '2025-01-01'].flatMap((structureOn) =>
      [top, x, y].map((unitId) => ({ unitId, period: '2024-Y', structureOn })),
    ),
  ]
  for (const figure of figures) {
    const { body, problem } = await api.root.call(contract.explainFigure, {
      item: { kind: 'indicator', code: 'E.1' },
      ...figure,
    })
    expect(problem).toBeUndefined()
    expect(body.checks.map(({ part, agrees }) => [part, agrees])).toEqual(
      [
        ['numerator', true],
        ['denominator', true],
      ].slice(0, body.checks.length),
    )
    for (const { code } of [{ code: 'done' }, { code: 'late' }]) {
      const { body: rows } = await api.root.call(contract.listSubjects, {
        item: { kind: 'measure', code },
        ...figure,
        limit: 500,
      })
      if (body.cell.state !== 'not-applicable' && rows.check.figure !== null)
        expect(rows.check).toMatchObject({ agrees: true, listed: rows.subjects.length, total: rows.subjects.length })
    }
  }
})

test('the whole is the same in the structure of every day', async () => {
  const { top, wards } = await country()
  await api.root.call(contract.recordFacts, {
    facts: wards.map((unitId, n) => ({ measure: 'done', unitId, day: '2024-02-02', value: String(n + 1) })),
  })
  for (const structureOn of [null, '2022-01-01', '2024-05-05', '2026-01-01']) {
    const { body } = await api.root.call(contract.getFigures, {
      items: [{ kind: 'measure', code: 'done' }],
      units: [top],
      periods: ['2024-Y'],
      structureOn,
    })
    expect(body.cells[0]?.[0]?.[0]).toMatchObject({ value: '21', certainty: 'exact' })
  }
})

test('the formula stands in words of both languages', async () => {
  const { top } = await country()
  const { body } = await api.root.call(contract.explainFigure, {
    item: { kind: 'indicator', code: 'E.1' },
    unitId: top,
    period: '2024-Y',
  })
  expect(body.denominatorFormula).toEqual({ vi: 'Số done cộng Số late', en: 'Number of done plus Number of late' })
  expect(body.measures.map(({ measure, partOf }) => [measure.code, partOf])).toEqual([
    ['done', ['numerator', 'denominator']],
    ['late', ['denominator']],
  ])
})

test('a decision entered late moves the facts recorded since its day', async () => {
  const { top, x, y, wards } = await country()
  const fact = { measure: 'done', unitId: wards[3] ?? '', day: '2026-05-05', value: '4' }
  await api.root.call(contract.recordFacts, { facts: [fact] })
  const ask = async () => {
    const { body } = await api.root.call(contract.getFigures, {
      items: [{ kind: 'measure', code: 'done' }],
      units: [top, x, y],
      periods: ['2026-M05'],
    })
    return body.cells[0]?.map(([cell]) => cell?.value)
  }
  expect(await ask()).toEqual(['4', '0', '4'])
  await api.root.call(units.applyChange, {
    effectiveOn: '2026-01-01',
    acts: [{ kind: 'move', from: [{ unitId: wards[3] ?? '' }], set: { parent: { unitId: x } } }],
  })
  await api.settle()
  expect(await ask()).toEqual(['4', '4', '0'])
})
