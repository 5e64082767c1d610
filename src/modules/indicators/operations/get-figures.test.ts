import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { parsePeriodKey, periodRange } from '#kernel/period.ts'
import * as units from '#modules/organisation/contract.ts'
import { loadStructure, organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { allStandings } from '../engine/standings.ts'
import { indicators } from '../index.ts'
import { compareWithFacts, foldPending, rebuildTallies } from '../store/tallies.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  for (const code of ['done', 'all_cases']) await defineCount(code)
  await api.root.call(contract.defineIndicator, {
    code: 'R.01',
    group: { code: 'R', name: { vi: 'Nhóm thử', en: 'Test group' } },
    name: { vi: 'Tỷ lệ đúng hạn', en: 'Share on time' },
    kind: 'ratio',
    numerator: '[done]',
    denominator: '[all_cases]',
    validFrom: '2020-01-01',
  })
})
afterAll(() => api.close())

function defineCount(code: string, nature: 'flow' | 'stock' = 'flow') {
  return api.root.call(contract.defineMeasure, {
    code,
    name: { vi: code, en: code },
    nature,
    source: 'counted',
    unit: { vi: 'hồ sơ', en: 'dossiers' },
    validFrom: '2020-01-01',
  })
}

let made = 0
/** A province with a city and wards, from 2021. */
async function province(wards: number) {
  const tag = `t${made++}`
  const { body, problem } = await api.root.call(units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          { key: 'province', code: tag, name: `Tỉnh ${tag}`, kind: 'province', level: 'province' },
          {
            key: 'city',
            code: tag,
            name: `TP ${tag}`,
            kind: 'provincial-city',
            level: 'district',
            parent: { key: 'province' },
          },
          ...Array.from({ length: wards }, (_, n) => ({
            key: `w${n}`,
            code: `${tag}-${n}`,
            name: `Phường ${tag} ${n}`,
            kind: 'ward' as const,
            level: 'commune' as const,
            parent: { key: 'city' },
          })),
        ],
      },
    ],
  })
  expect(problem).toBeUndefined()
  const id = (key: string) => body.created[key] ?? ''
  return {
    tag,
    province: id('province'),
    city: id('city'),
    wards: Array.from({ length: wards }, (_, n) => id(`w${n}`)),
  }
}

type Fact = { measure: string; unitId: string; day: string; value: string }
async function record(facts: readonly Fact[]) {
  const { problem } = await api.root.call(contract.recordFacts, { facts: [...facts] })
  expect(problem).toBeUndefined()
}
async function fold() {
  await api.db.transaction().execute(async (tx) => void (await foldPending(tx)))
}
async function figures(input: object) {
  const { body, problem } = await api.root.call(contract.getFigures, {
    items: [{ kind: 'indicator', code: 'R.01' }],
    periods: ['2023-9M'],
    ...input,
  })
  expect(problem).toBeUndefined()
  return body
}

describe('ratios', () => {
  test('10/10 and 0/90 make 10 %, not 50 %', async () => {
    const { city, province: top, wards } = await province(2)
    const [a = '', b = ''] = wards
    await record([
      { measure: 'done', unitId: a, day: '2023-02-01', value: '10' },
      { measure: 'all_cases', unitId: a, day: '2023-02-01', value: '10' },
      { measure: 'all_cases', unitId: b, day: '2023-03-01', value: '90' },
    ])
    const { cells } = await figures({ units: [top, city, a, b] })
    const parts = cells[0]?.map(([cell]) => `${cell?.numerator}/${cell?.denominator}`)
    expect(parts).toEqual(['10/100', '10/100', '10/10', '0/90'])
  })

  test('a figure is right before anything is folded, and the same after', async () => {
    const { city, wards } = await province(1)
    await record([{ measure: 'done', unitId: wards[0] ?? '', day: '2023-09-14', value: '3' }])
    const before = await figures({ units: [city], items: [{ kind: 'measure', code: 'done' }] })
    await fold()
    const after = await figures({ units: [city], items: [{ kind: 'measure', code: 'done' }] })
    expect(before.cells[0]?.[0]?.[0]?.value).toBe('3')
    expect(after.cells).toEqual(before.cells)
  })
})

describe('time', () => {
  test('the range is printed: 9 months of 2023 by cut-off is 15/12/2022 to 14/9/2023', async () => {
    const { city, wards } = await province(1)
    const at = (day: string) => ({ measure: 'done', unitId: wards[0] ?? '', day, value: '1' })
    await record(['2022-12-14', '2022-12-15', '2023-09-14', '2023-09-15'].map(at))
    const items = [{ kind: 'measure', code: 'done' }]
    const cutOff = await figures({ units: [city], items })
    const calendar = await figures({ units: [city], items, regime: 'calendar' })
    expect(cutOff.periods[0]).toMatchObject({ from: '2022-12-15', to: '2023-09-14', range: '15/12/2022–14/9/2023' })
    expect(cutOff.cells[0]?.[0]?.[0]?.value).toBe('2')
    expect(calendar.cells[0]?.[0]?.[0]?.value).toBe('2')
    const months = await figures({ units: [city], items, periods: ['2023-M01', '2023-Q1', '2023-9M', '2023-Y'] })
    expect(months.cells[0]?.[0]?.map(({ value }) => value)).toEqual(['1', '1', '2', '3'])
  })

  test('a stock is the last known value, summed over units', async () => {
    await defineCount('staff', 'stock')
    const { city, wards } = await province(2)
    const [a = '', b = ''] = wards
    const level = (unitId: string, day: string, value: string) => ({ measure: 'staff', unitId, day, value })
    await record([level(a, '2023-01-05', '10'), level(a, '2023-03-05', '12'), level(b, '2023-02-05', '7')])
    const items = [{ kind: 'measure', code: 'staff' }]
    const { cells } = await figures({
      units: [city],
      items,
      periods: ['2022-M12', '2023-M01', '2023-M02', '2023-Q1', '2023-Y'],
    })
    expect(cells[0]?.[0]?.map(({ value, state }) => value ?? state)).toEqual(['missing', '10', '17', '19', '19'])
  })
})

describe('territory', () => {
  test('a merger changes no stored row; both structures have equal totals', async () => {
    const { tag, city, province: top, wards } = await province(4)
    const [a = '', b = '', c = '', d = ''] = wards
    await record(
      wards.map((unitId, n) => ({ measure: 'all_cases', unitId, day: '2023-05-05', value: String(10 ** n) })),
    )
    await fold()
    const checksum = async () => {
      const { rows } = await sql<{ sum: string }>`
        select md5(string_agg(t::text, ',' order by t.measure_id, t.unit_id, t.bucket)) ||
          (select md5(string_agg(f::text, ',' order by f.id)) from indicators.fact f) as sum from indicators.tally t`.execute(
        api.db,
      )
      return rows[0]?.sum
    }
    const before = await checksum()
    const merge = (from: string[], key: string) => ({
      kind: 'merge' as const,
      from: from.map((unitId) => ({ unitId })),
      to: [
        {
          key,
          code: `${tag}-${key}`,
          name: `Phường ${key}`,
          kind: 'ward' as const,
          level: 'commune' as const,
          parent: { unitId: city },
        },
      ],
    })
    const { body, problem } = await api.root.call(units.applyChange, {
      effectiveOn: '2025-07-01',
      acts: [merge([a, b], 'x'), merge([c, d], 'y')],
    })
    expect(problem).toBeUndefined()
    const { x = '', y = '' } = body.created
    expect(await checksum()).toBe(before)
    const items = [{ kind: 'measure', code: 'all_cases' }]
    const old = await figures({ units: [a, b, c, d, city, top], items, structureOn: '2023-09-14' })
    const now = await figures({ units: [x, y, city, top], items, structureOn: '2026-01-01' })
    expect(old.cells[0]?.map(([cell]) => cell?.value)).toEqual(['1', '10', '100', '1000', '1111', '1111'])
    expect(now.cells[0]?.map(([cell]) => cell?.value)).toEqual(['11', '1100', '1111', '1111'])
    expect(now.cells[0]?.every(([cell]) => cell?.certainty === 'exact')).toBe(true)
    const asItWas = await figures({ units: [x, a], items })
    expect(asItWas.cells[0]?.map(([cell]) => cell?.state)).toEqual(['not-applicable', 'reported'])
    // Facts of 2026, seen in the wards of 2023: nobody knows which part of the new ward is the old one.
    await record([{ measure: 'all_cases', unitId: x, day: '2026-02-02', value: '5' }])
    const back = await figures({ units: [a, city], items, periods: ['2026-M02'], structureOn: '2023-09-14' })
    expect(back.cells[0]?.map(([cell]) => `${cell?.certainty} ${cell?.value}`)).toEqual([
      'not-derivable null',
      'exact 5',
    ])
  })
})

test('at every level and in any period a figure is the sum of the raw facts below it, folded or not', async () => {
  const { city, province: top, wards } = await province(5)
  const all = new Map<string, number>()
  const anyFact = fc.record({
    ward: fc.integer({ min: 0, max: 4 }),
    measure: fc.constantFrom('done', 'all_cases'),
    offset: fc.integer({ min: 0, max: 1200 }),
    value: fc.integer({ min: -3, max: 40 }),
  })
  const keys = ['2022-M07', '2022-Q4', '2023-H1', '2023-9M', '2022-Y', '2023-M12']
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyFact, { minLength: 1, maxLength: 25 }),
      fc.boolean(),
      fc.constantFrom('cut-off', 'calendar'),
      async (facts, folds, regime) => {
        await record(
          facts.map(({ ward, measure, offset, value }) => {
            const day = addDays('2021-06-01', offset)
            all.set(`${measure} ${ward} ${day}`, (all.get(`${measure} ${ward} ${day}`) ?? 0) + value)
            return { measure, unitId: wards[ward] ?? '', day, value: String(value) }
          }),
        )
        if (folds) await fold()
        const { cells, periods } = await figures({ units: [top, city, ...wards], periods: keys, regime })
        periods.forEach(({ key, from, to }, period) => {
          expect(
            periodRange(parsePeriodKey(key) as never, regime === 'cut-off' ? undefined : { kind: 'calendar' }),
          ).toEqual({ from, to })
          const raw = (measure: string, ward: number | null) =>
            [...all].reduce((sum, [name, value]) => {
              const [m, w, day = ''] = name.split(' ')
              return m === measure && (ward === null || Number(w) === ward) && from <= day && day <= to
                ? sum + value
                : sum
            }, 0)
          const levels = [null, null, 0, 1, 2, 3, 4]
          levels.forEach((ward, unit) => {
            const cell = cells[0]?.[unit]?.[period]
            expect([cell?.numerator, cell?.denominator]).toEqual([
              String(raw('done', ward)),
              String(raw('all_cases', ward)),
            ])
          })
        })
      },
    ),
    { numRuns: 12 },
  )
  const differences = await api.db
    .transaction()
    .execute(async (tx) => compareWithFacts(tx, allStandings(await loadStructure(tx))))
  expect(differences).toEqual([])
  const rebuilt = await api.db.transaction().execute(async (tx) => {
    const standings = allStandings(await loadStructure(tx))
    await rebuildTallies(tx, standings)
    return compareWithFacts(tx, standings)
  })
  expect(rebuilt).toEqual([])
})
