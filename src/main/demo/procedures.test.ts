import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import * as contract from '#modules/procedures/contract.ts'
import { findInForce, findProcessFor, firstStep, nextSteps, procedures } from '#modules/procedures/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlersByEvent } from '#server/events.ts'
import { perform } from '#server/operation.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { loadProceduresDemo } from './procedures.ts'

let api: TestApi
const operations = [...organisation.operations, ...procedures.operations]
const deps = {
  perform: async <T>(id: string, input: unknown) => {
    const operation = operations.find(({ endpoint }) => endpoint.id === id)
    if (!operation) throw new Error(id)
    return (await perform(operation, input, { db: api.appDb, actor: SYSTEM, handlers: handlersByEvent([]) })) as T
  },
}
beforeAll(async () => {
  api = await testApi({ modules: [organisation, procedures] })
  await loadProceduresDemo(deps)
}, 120_000)
afterAll(() => api.close())

const DAY = '2026-11-21'
const listed = async () => (await api.anonymous.call(contract.listProcedures, { day: DAY, limit: 500 })).body.procedures

test('at least sixty procedures of wards and province are in force, each flagged and loaded once', async () => {
  await loadProceduresDemo(deps)
  const all = await listed()
  expect(all.length).toBeGreaterThanOrEqual(60)
  expect(all.every(({ version }) => version.demonstration)).toBe(true)
  expect(new Set(all.flatMap(({ levels }) => levels))).toEqual(new Set(['commune', 'province']))
  expect(all.filter(({ code }) => code === '1.001193')).toHaveLength(1)
})

test('every process passes its own check, runs from the counter to the end, and takes exactly the limit', async () => {
  const units = new Set<string>()
  for (const { id, code } of await listed()) {
    await api.appDb.transaction().execute(async (tx) => {
      const content = (await findInForce(tx, code, DAY))?.content
      for (const { term } of content?.terms ?? []) units.add(term.unit)
      const found = await findProcessFor(tx, id, [])
      if (!found) throw new Error(code)
      let at = firstStep(found.process)
      for (let walked = 0; at && at.kind !== 'end' && walked < 20; walked++) {
        at = nextSteps(found.process, at.id, { needs_opinion: true }).step
      }
      expect(at?.kind, code).toBe('end')
    })
    const head = (await api.root.call(contract.listProcesses, { code })).body.processes[0]
    const { body } = await api.root.call(contract.getProcess, { id: head?.id ?? '' })
    expect(
      body.findings.filter(({ severity }) => severity === 'error'),
      code,
    ).toEqual([])
    expect(
      body.findings.filter(({ code: found }) => found === 'procedures/step-without-time'),
      code,
    ).toEqual([])
    // Asking others is given in whole days, which may leave less than one.
    expect(body.limitHours - body.hours, code).toBeLessThan(6)
    expect(body.process.nodes.length, code).toBeGreaterThanOrEqual(5)
  }
  expect(units).toEqual(new Set(['in-day', 'working-days', 'working-hours', 'calendar-days', 'months']))
}, 60_000)

test('every procedure has all seven parts', async () => {
  const { body } = await api.root.call(contract.checkCompleteness, { day: DAY })
  expect(body.procedures).toEqual([])
})

test('the household business has two versions, and cases of before July 2026 keep the first', async () => {
  await api.appDb.transaction().execute(async (tx) => {
    const fee = async (day: string) => (await findInForce(tx, '1.001612', day))?.content.fees[0]?.amountVnd
    expect([await fee('2026-06-30'), await fee('2026-07-01')]).toEqual([100_000, 50_000])
  })
})
