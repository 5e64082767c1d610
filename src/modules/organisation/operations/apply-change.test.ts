import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { organisation } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
})
afterAll(() => api.close())

const ward = (key: string, code: string, name: string, parent: string) => ({
  key,
  code,
  name,
  kind: 'ward' as const,
  level: 'commune' as const,
  parent: { key: parent },
})

let made = 0
/** A province of its own with a city and two wards, from 1 January 2021. */
async function smallProvince() {
  const tag = `p${made++}`
  const { body, problem } = await api.root.call(contract.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          { key: 'province', code: tag, name: `Tỉnh ${tag}`, kind: 'province', level: 'province' },
          {
            key: 'city',
            code: tag,
            name: `Thành phố ${tag}`,
            kind: 'provincial-city',
            level: 'district',
            parent: { key: 'province' },
          },
          ward('one', `${tag}-1`, 'Phường 1', 'city'),
          ward('two', `${tag}-2`, 'Phường 2', 'city'),
        ],
      },
    ],
  })
  expect(problem).toBeUndefined()
  const created = body.created as Record<'province' | 'city' | 'one' | 'two', string>
  return { ...created, tag }
}

const mergeWards = ({ city, one, two }: { city: string; one: string; two: string }, code: string | null = null) => ({
  effectiveOn: '2025-07-01',
  decision: { number: 'NQ thử', issuer: 'Uỷ ban thường vụ Quốc hội', title: 'Sắp xếp' },
  acts: [
    {
      kind: 'merge' as const,
      from: [{ unitId: one }, { unitId: two }],
      to: [
        {
          key: 'new',
          code,
          name: 'Phường Mới',
          kind: 'ward' as const,
          level: 'commune' as const,
          parent: { unitId: city },
        },
      ],
      article: 'Điều 1',
    },
  ],
})

test('a merge ends the former units, keeps their past and names the decision', async () => {
  const units = await smallProvince()
  const { body } = await api.root.call(contract.applyChange, mergeWards(units, `${units.tag}-1`))
  expect(body.ends.map(({ name }) => name).toSorted()).toEqual(['Phường 1', 'Phường 2'])

  const before = await api.root.call(contract.getUnit, { unitId: units.one, day: '2025-06-30' })
  expect(before.body).toMatchObject({ exists: true, unit: { name: 'Phường 1', validTo: '2025-07-01' } })
  const after = await api.root.call(contract.getUnit, { unitId: units.one, day: '2025-07-01' })
  expect(after.body.exists).toBe(false)
  expect(after.body.successors).toMatchObject([
    { unit: { name: 'Phường Mới' }, steps: 1, gave: { numerator: 1, denominator: 1 }, makesUp: null },
  ])
  expect(after.body.changes.at(-1)).toMatchObject({ kind: 'merge', article: 'Điều 1', decision: { number: 'NQ thử' } })
  expect(after.body.sameCode.map(({ name }) => name)).toEqual(['Phường Mới'])
})

test('a dry run says what would happen and stores nothing', async () => {
  const units = await smallProvince()
  const asked = { ...mergeWards(units), decision: { number: 'NQ chạy thử', issuer: 'A', title: 'B' }, dryRun: true }
  const { status, body } = await api.root.call(contract.applyChange, asked)
  expect(status).toBe(200)
  expect(body.begins).toMatchObject([{ name: 'Phường Mới', isNew: true, validFrom: '2025-07-01' }])
  const tree = await api.root.call(contract.treeAt, { rootId: units.province, day: '2025-07-01' })
  expect(tree.body.units.map(({ name }) => name)).toContain('Phường 1')
})

test('a unit with sub-units is not dissolved, unless they are to end with it', async () => {
  const { city, province } = await smallProvince()
  const dissolve = { kind: 'dissolve' as const, from: [{ unitId: city }] }
  const refused = await api.root.call(contract.applyChange, { effectiveOn: '2024-01-01', acts: [dissolve] })
  expect(refused.problem).toMatchObject({ status: 422, code: 'organisation/change-refused' })
  expect(refused.problem?.errors?.[0]).toMatchObject({ code: 'organisation/has-subunits', values: { count: 2 } })

  const whole = await api.root.call(contract.applyChange, {
    effectiveOn: '2024-01-01',
    acts: [{ ...dissolve, withSubunits: true }],
  })
  expect(whole.body.ends).toHaveLength(3)
  const tree = await api.root.call(contract.treeAt, { rootId: province, day: '2024-01-01' })
  expect(tree.body.units).toHaveLength(1)
})

test('nothing can be put before a later change, and two units of a level cannot carry one code', async () => {
  const units = await smallProvince()
  await api.root.call(contract.applyChange, mergeWards(units))
  const rename = (effectiveOn: string, unitId: string) =>
    api.root.call(contract.applyChange, {
      effectiveOn,
      acts: [{ kind: 'rename', from: [{ unitId }], set: { name: 'Tên khác' } }],
    })
  const early = await rename('2023-01-01', units.one)
  expect(early.problem?.errors?.[0]).toMatchObject({ code: 'organisation/unit-ended' })

  const other = await smallProvince()
  const recode = await api.root.call(contract.applyChange, {
    effectiveOn: '2023-01-01',
    acts: [{ kind: 'recode', from: [{ unitId: other.one }], set: { code: `${other.tag}-2` } }],
  })
  expect(recode.problem?.errors?.[0]).toMatchObject({ code: 'organisation/code-taken', values: { other: 'Phường 2' } })
})

test('a unit named twice is refused, and so is what does not fit the kind of change', async () => {
  const { city, one, two } = await smallProvince()
  const refusal = async (act: Record<string, unknown>) => {
    const { problem } = await api.root.call(contract.applyChange, { effectiveOn: '2023-01-01', acts: [act] })
    return problem?.errors?.map(({ code }) => code)
  }
  const twice = { kind: 'dissolve', from: [{ unitId: one }, { unitId: one }] }
  expect(await refusal(twice)).toEqual(['organisation/unit-twice'])
  expect(await refusal({ kind: 'merge', from: [{ unitId: one }] })).toEqual(['organisation/act-misshapen'])
  expect(await refusal({ kind: 'split', from: [{ unitId: one }], to: [{ unitId: two }] })).toEqual([
    'organisation/act-misshapen',
  ])
  expect(await refusal({ kind: 'rename', from: [{ unitId: city }], set: { name: 'Phường 1' } })).toBeUndefined()
  const unknown = { kind: 'dissolve', from: [{ unitId: '01900000-0000-7000-8000-000000000000' }] }
  expect(await refusal(unknown)).toEqual(['organisation/unit-unknown'])
})

test('two units that began that day may swap their codes in one request', async () => {
  const { one, two, tag } = await smallProvince()
  const recode = (unitId: string, code: string) => ({ kind: 'recode' as const, from: [{ unitId }], set: { code } })
  const { status } = await api.root.call(contract.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [recode(one, `${tag}-2`), recode(two, `${tag}-1`)],
  })
  // Units may be recoded on the day on which an earlier request let them begin.
  expect(status).toBe(200)
  const { body } = await api.root.call(contract.getUnit, { unitId: one, day: '2021-01-01' })
  expect(body.versions).toMatchObject([{ code: `${tag}-2`, validFrom: '2021-01-01' }])
})

test('a move under its own sub-unit is refused', async () => {
  const { city, province } = await smallProvince()
  const { problem } = await api.root.call(contract.applyChange, {
    effectiveOn: '2023-01-01',
    acts: [{ kind: 'move', from: [{ unitId: province }], set: { parent: { unitId: city } } }],
  })
  expect(problem?.errors?.map(({ code }) => code)).toContain('organisation/under-lower-level')
})

test('only what the right reaches may be changed', async () => {
  const mine = await smallProvince()
  const other = await smallProvince()
  const officer = api.as({ grants: [{ permission: 'organisation:write', unitId: mine.city, reach: 'subtree' }] })
  const rename = (unitId: string, name: string) => ({
    effectiveOn: '2023-01-01',
    acts: [{ kind: 'rename' as const, from: [{ unitId }], set: { name } }],
  })
  const own = await officer.call(contract.applyChange, rename(mine.one, 'Phường Một'))
  expect(own.status).toBe(200)
  const foreign = await officer.call(contract.applyChange, rename(other.one, 'Phường Một'))
  expect(foreign.problem).toMatchObject({ status: 403, code: 'organisation/outside-scope' })
})

test('the units of a right are those under its root, with what ended there and what they came from', async () => {
  const units = await smallProvince()
  const { body } = await api.root.call(contract.applyChange, mergeWards(units))
  const reached = async (rootId: string) => {
    const rows = await api.db
      .$extendTables<{ 'organisation.reach': { rootId: string; unitId: string } }>()
      .selectFrom('organisation.reach')
      .select('unitId')
      .where('rootId', '=', rootId)
      .execute()
    return new Set(rows.map(({ unitId }) => unitId))
  }
  const merged = body.created.new ?? ''
  expect(await reached(merged)).toEqual(new Set([merged, units.one, units.two]))
  expect(await reached(units.city)).toEqual(new Set([units.city, merged, units.one, units.two]))
  expect((await reached(units.one)).size).toBe(1)
})

test('an event tells which units have changed', async () => {
  const { city } = await smallProvince()
  const rows = await api.db
    .$extendTables<{ 'platform.event': { name: string; payload: { unitIds?: string[] } } }>()
    .selectFrom('platform.event')
    .select(['name', 'payload'])
    .execute()
  expect(rows.filter(({ name }) => name === 'organisation.unit-changed').at(-1)?.payload.unitIds).toContain(city)
  expect(rows.some(({ name }) => name === 'organisation.change-applied')).toBe(true)
})
