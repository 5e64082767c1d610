import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayAt, startOfDay } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { SYSTEM } from '#server/actor.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { closureOf, coverOf } from '../domain/reach.ts'
import { isInScope, loadStructure, organisation } from '../index.ts'
import { keepReach } from './keep-reach.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
})
afterAll(() => api.close())

const today = dayAt(new Date())
const unit = (key: string, level: 'province' | 'district' | 'commune', parent?: string) => ({
  key,
  name: key,
  kind: 'ward' as const,
  level,
  ...(parent && { parent: { key: parent } }),
})

/** What the database holds, by root. */
async function kept(): Promise<Record<string, string[]>> {
  const rows = await api.db
    .$extendTables<{ 'organisation.reach': { rootId: string; unitId: string } }>()
    .selectFrom('organisation.reach')
    .select(['rootId', 'unitId'])
    .execute()
  const byRoot = Map.groupBy(rows, ({ rootId }) => rootId)
  return Object.fromEntries(
    [...byRoot].map(([root, reached]) => [root, reached.map(({ unitId }) => unitId).toSorted()]),
  )
}

async function expected(day: string): Promise<Record<string, string[]>> {
  const structure = await api.appDb.transaction().execute(loadStructure)
  const { lower } = coverOf(structure, day)
  return Object.fromEntries(
    [...structure.byUnit.keys()].map((root) => [root, [...closureOf([root], lower)].toSorted()]),
  )
}

test('after every act the database reaches exactly what the rule says', async () => {
  const apply = (effectiveOn: string, acts: unknown[]) =>
    api.root.call(contract.applyChange, { effectiveOn, acts } as Record<string, unknown>)
  const { body } = await apply('2021-01-01', [
    {
      kind: 'create',
      to: [
        unit('p', 'province'),
        unit('q', 'province'),
        unit('d', 'district', 'p'),
        unit('e', 'district', 'p'),
        ...['a', 'b', 'c'].map((key) => unit(key, 'commune', 'd')),
      ],
    },
  ])
  const id = (key: string) => ({ unitId: body.created[key] ?? '' })
  expect(await kept()).toEqual(await expected(today))
  const acts = [
    { kind: 'move', from: [id('c')], set: { parent: id('e') } },
    { kind: 'split', from: [id('a')], to: [id('a'), { ...unit('a2', 'commune'), parent: id('e') }] },
    { kind: 'merge', from: [id('a'), id('b')], to: [{ ...unit('ab', 'commune'), parent: id('d') }] },
    { kind: 'merge', from: [id('p'), id('q')], to: [unit('pq', 'province')], withSubunits: true },
  ]
  for (const [index, act] of acts.entries()) {
    const { problem } = await apply(addDays('2022-01-01', index), [act])
    expect(problem).toBeUndefined()
    expect(await kept()).toEqual(await expected(today))
  }
})

test('a change recorded for tomorrow takes effect on rights when tomorrow has come', async () => {
  const { body } = await api.root.call(contract.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      { kind: 'create', to: [unit('north', 'district'), unit('south', 'district'), unit('w', 'commune', 'north')] },
    ],
  })
  const { north = '', south = '', w = '' } = body.created
  const tomorrow = addDays(today, 1)
  await api.root.call(contract.applyChange, {
    effectiveOn: tomorrow,
    acts: [{ kind: 'move', from: [{ unitId: w }], set: { parent: { unitId: south } } }],
  })
  const actor = (unitId: string) => ({
    ...SYSTEM,
    grants: [{ permission: 'organisation:write', unitId, reach: 'subtree' as const }],
  })
  const sees = (unitId: string) =>
    api.appDb.transaction().execute((tx) => isInScope({ tx, actor: actor(unitId) }, 'organisation:write', w))
  expect([await sees(north), await sees(south)]).toEqual([true, false])
  await api.appDb.transaction().execute((tx) =>
    keepReach.run({
      tx,
      actor: SYSTEM,
      now: startOfDay(tomorrow),
      newId,
      emit: async () => undefined,
      announce: async () => undefined,
    }),
  )
  expect([await sees(north), await sees(south)]).toEqual([false, true])
})

test('scoped_unit_ids follows the scope set for the transaction, and is empty without one', async () => {
  const { body } = await api.root.call(contract.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      { kind: 'create', to: [unit('root', 'district'), unit('leaf', 'commune', 'root'), unit('other', 'commune')] },
    ],
  })
  const { root = '', leaf = '', other = '' } = body.created
  const scoped = (own: string, subtree: string) =>
    api.appDb.transaction().execute(async (tx) => {
      const { sql } = await import('kysely')
      await sql`select set_config('app.scope_own', ${own}, true), set_config('app.scope_subtree', ${subtree}, true)`.execute(
        tx,
      )
      const { rows } = await sql<{ id: string }>`select organisation.scoped_unit_ids() as id`.execute(tx)
      return rows.map(({ id }) => id).toSorted()
    })
  expect(await scoped(`{${other}}`, `{${root}}`)).toEqual([root, leaf, other].toSorted())
  expect(await scoped('{}', `{${leaf}}`)).toEqual([leaf])
  expect(await scoped('', '')).toEqual([])
})
