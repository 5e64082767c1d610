import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '#modules/forms/contract.ts'
import { forms } from '#modules/forms/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { procedures } from '#modules/procedures/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlersByEvent } from '#server/events.ts'
import { perform } from '#server/operation.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { loadFormsDemo } from './forms.ts'
import { loadProceduresDemo } from './procedures.ts'

let api: TestApi
const modules = [organisation, procedures, forms]
const operations = modules.flatMap((module) => module.operations)
const deps = {
  perform: async <T>(id: string, input: unknown) => {
    const operation = operations.find(({ endpoint }) => endpoint.id === id)
    if (!operation) throw new Error(id)
    return (await perform(operation, input, { db: api.appDb, actor: SYSTEM, handlers: handlersByEvent([]) })) as T
  },
}
beforeAll(async () => {
  api = await testApi({ modules })
  await loadProceduresDemo(deps)
  await loadFormsDemo(deps)
}, 180_000)
afterAll(() => api.close())

test('at least twenty procedures have a form in both languages, flagged, and free of everything the linter finds', async () => {
  await loadFormsDemo(deps)
  const { body } = await api.root.call(contract.listForms, { day: '2026-11-21', limit: 100 })
  expect(new Set(body.forms.flatMap(({ version }) => version.procedures)).size).toBeGreaterThanOrEqual(20)
  for (const { code, version } of body.forms) {
    expect(version.demonstration).toBe(true)
    const { definition } = (await api.root.call(contract.getForm, { code, versionId: version.id })).body
    const { findings, coverage } = (await api.root.call(contract.lintForm, { definition })).body
    expect([code, ...findings.map((finding) => `${finding.place} ${finding.message.vi}`)]).toEqual([code])
    expect([code, coverage.reached]).toEqual([code, coverage.conditions])
  }
})
