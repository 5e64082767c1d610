import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyChange } from '#modules/organisation/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlerContext, handlersByEvent } from '#server/events.ts'
import { perform } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildProcedure, type Detail, done, leader, officer, PAPER, PERSON, seen, today } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { receiveNewCase } from '../operations/receive-new-case.ts'
import { passOnByTheDay } from './pass-on-cases.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

/** Which of the 17 former wards each of the five took in. */
const INTO = { 'vung-tau': 7, 'tam-thang': 4, 'rach-dua': 3, 'phuoc-thang': 2, 'long-son': 1 } as const

const ward = (key: string, parent: string) => ({
  key,
  code: key,
  name: `Phường ${key}`,
  kind: 'ward' as const,
  level: 'commune' as const,
  parent: { key: parent },
})

async function seventeenWards() {
  const heirs = Object.entries(INTO)
  const former = heirs.flatMap(([heir, count]) => Array.from({ length: count }, (_, index) => `${heir}-${index + 1}`))
  const { body } = await done(
    api.root.call(applyChange, {
      effectiveOn: '2023-01-01',
      acts: [
        {
          kind: 'create',
          to: [
            { key: 'city', code: 'city', name: 'Thành phố thử', kind: 'provincial-city', level: 'district' },
            ...former.map((key) => ward(key, 'city')),
          ],
        },
      ],
    }),
  )
  return { ids: body.created as Record<string, string>, former, heirs }
}

/** A case as it was taken in while its ward still stood. */
async function caseAt(unitId: string, code: string, procedureCode: string, now: Date): Promise<Detail> {
  await sql`insert into cases.unit_code (unit_id, code, valid_from) values (${unitId}, ${code}, '2023-01-01')`.execute(
    api.db,
  )
  const input = {
    procedureCode,
    receivedUnitId: unitId,
    channel: 'counter',
    subject: PERSON,
    papers: [PAPER],
  }
  // The day is given, as nothing of the interface can set the clock.
  const deps = { db: api.appDb, actor: SYSTEM, handlers: handlersByEvent([]), now }
  return contract.CaseDetail.parse(await perform(receiveNewCase, input, deps))
}

/** One more case of a unit that has its identifier. */
async function again(unitId: string, procedureCode: string): Promise<Detail> {
  const input = { procedureCode, receivedUnitId: unitId, channel: 'counter' as const, subject: PERSON, papers: [PAPER] }
  return (await done(api.root.call(contract.receiveNewCase, input))).body
}

test('cases of seventeen wards go on in the five that follow them: code, deadline, history and rights hold', async () => {
  const { ids, former, heirs } = await seventeenWards()
  const procedure = await buildProcedure(api)
  const cases = new Map<string, Detail>()
  for (const [index, key] of former.entries()) {
    cases.set(
      key,
      await caseAt(ids[key] ?? '', `H30.${String(10 + index)}`, procedure, new Date('2025-06-27T03:00:00Z')),
    )
  }
  const from = (heir: string) => former.filter((key) => key.startsWith(heir)).map((key) => ({ unitId: ids[key] ?? '' }))
  const { body } = await done(
    api.root.call(applyChange, {
      effectiveOn: '2025-07-01',
      decision: { number: '1685/NQ-UBTVQH15', issuer: 'Uỷ ban thường vụ Quốc hội', title: 'Sắp xếp' },
      acts: heirs.map(([heir]) => ({
        kind: 'merge' as const,
        from: from(heir),
        to: [{ ...ward(heir, ''), parent: { unitId: ids.city ?? '' } }],
      })),
    }),
  )
  const created = body.created as Record<string, string>
  await api.settle()
  for (const [key, before] of cases) {
    const heir = created[key.replace(/-\d+$/, '')] ?? ''
    const { body: now } = await done(officer(api, heir).call(contract.getCase, { caseId: before.id }))
    expect(now).toMatchObject({
      code: before.code,
      dueAt: before.dueAt,
      firstDueAt: before.firstDueAt,
      unit: { unitId: heir },
      competentUnit: { unitId: heir },
      receivedUnit: { unitId: heir },
      version: 2,
    })
    expect(now.acts.map(({ act, actorName }) => [act, actorName])).toEqual([
      ['receive', 'Hải Đăng'],
      ['transfer', 'Hải Đăng'],
    ])
    expect(now.possible.map(({ act }) => act)).toContain('forward')
  }
  const { rows } = await sql<{
    decision: string
    count: number
  }>`select details ->> 'decision' as decision, count(*) from cases.act
    where act = 'transfer' group by 1`.execute(api.db)
  expect(rows).toEqual([{ decision: '1685/NQ-UBTVQH15', count: 17 }])
  // Once more changes nothing.
  await api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await passOnByTheDay.run(handlerContext(tx, handlersByEvent([]), new Date()))
  })
  const { rows: acts } = await sql<{ count: number }>`select count(*) from cases.act where act = 'transfer'`.execute(
    api.db,
  )
  expect(acts).toEqual([{ count: 17 }])
})

test('where a unit was split a person decides who goes on', async () => {
  const { body } = await done(
    api.root.call(applyChange, {
      effectiveOn: '2024-01-01',
      acts: [
        {
          kind: 'create',
          to: [{ key: 'p', code: 'sp', name: 'Tỉnh tách', kind: 'province', level: 'province' }, ward('whole', 'p')],
        },
      ],
    }),
  )
  const ids = body.created as Record<string, string>
  const procedure = await buildProcedure(api)
  const one = await caseAt(ids.whole ?? '', 'H31.01', procedure, new Date())
  const others = [await again(ids.whole ?? '', procedure), await again(ids.whole ?? '', procedure)]
  const split = await done(
    api.root.call(applyChange, {
      effectiveOn: today(),
      acts: [
        {
          kind: 'split',
          from: [{ unitId: ids.whole ?? '' }],
          to: ['left', 'right'].map((key) => ({ ...ward(key, ''), parent: { unitId: ids.p ?? '' } })),
        },
      ],
    }),
  )
  const { left, right } = split.body.created as Record<string, string>
  await api.settle()
  const steering = leader(api, ids.p ?? '')
  const { body: orphaned } = await done(steering.call(contract.listOrphanedCases, {}))
  expect(orphaned.cases).toHaveLength(3)
  expect(orphaned.cases[0]).toMatchObject({ caseId: one.id, unit: { unitId: ids.whole }, business: 'received' })
  expect(orphaned.cases[0]?.successors.map(({ unitId }) => unitId).toSorted()).toEqual([left, right].toSorted())
  await done(steering.call(contract.transferCase, { ...seen(one), competentUnitId: left, reason: 'Theo địa bàn' }))
  const order = { competentUnitId: right ?? '', decision: 'QĐ 9/QĐ-UBND', reason: 'Theo địa bàn' }
  const stale = { ...seen(one), version: 1 }
  const many = { ...order, cases: [...others.map(seen), stale] }
  expect((await officer(api, ids.p ?? '').call(contract.transferCases, many)).status).toBe(403)
  const gone = await done(steering.call(contract.transferCases, { ...many, competentUnitId: ids.whole ?? '' }))
  expect(gone.body.done).toEqual([])
  expect(gone.body.refused.map(({ code }) => code).toSorted()).toEqual([
    'cases/changed-meanwhile',
    'cases/no-such-unit',
    'cases/no-such-unit',
  ])
  const { body: handed } = await done(steering.call(contract.transferCases, many))
  expect(handed.done).toEqual(others.map(({ id }) => ({ caseId: id, version: 2 })))
  expect(handed.refused).toMatchObject([{ caseId: one.id, code: 'cases/changed-meanwhile' }])
  for (const { id, code } of others) {
    const { body: now } = await done(officer(api, right ?? '').call(contract.getCase, { caseId: id }))
    expect(now).toMatchObject({ code, unit: { unitId: right }, receivedUnit: { unitId: right } })
    expect(now.acts.at(-1)).toMatchObject({ act: 'transfer', note: 'Theo địa bàn', actorName: 'Cán bộ thử' })
  }
  expect((await done(steering.call(contract.listOrphanedCases, {}))).body.cases).toEqual([])
})
