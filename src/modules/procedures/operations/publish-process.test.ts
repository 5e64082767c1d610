import { afterAll, beforeAll, expect, test } from 'vitest'
import * as organisationContract from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { findProcessFor, firstStep, procedures, getProcess as readProcess } from '../index.ts'

let api: TestApi
let writer: Caller
let publisher: Caller
let procedureId = ''
let ward = ''
const code = '1.000001'
beforeAll(async () => {
  api = await testApi({ modules: [organisation, procedures] })
  const holder = (...permissions: string[]) =>
    api.as({ grants: permissions.map((permission) => ({ permission, unitId: null, reach: 'subtree' as const })) })
  writer = holder('procedures:read', 'procedures:write', 'procedures:publish')
  publisher = holder('procedures:read', 'procedures:publish')
  await writer.call(contract.saveField, { code: 'ho-tich', name: both('Hộ tịch') })
  const content = {
    name: both('Đăng ký khai sinh'),
    fieldCode: 'ho-tich',
    onlineLevel: 'none',
    levels: ['commune'],
    applicants: ['citizen'],
    channels: ['counter'],
    steps: both('Nộp hồ sơ.'),
    requirements: both(''),
    papers: [],
    results: [{ code: 'ket-qua', name: both('Kết quả') }],
    fees: [],
    terms: [{ term: { amount: 2, unit: 'working-days' } }],
    legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch' }],
    questions: [{ name: 'hard', label: both('Khó?'), type: 'boolean' }],
  }
  procedureId = (await writer.call(contract.createProcedure, { code, content })).body.id
  const made = await api.root.call(organisationContract.createUnit, {
    code: '26506',
    name: 'Phường Vũng Tàu',
    kind: 'ward',
    level: 'commune',
    parentId: null,
    validFrom: '2025-07-01',
  })
  expect(made.problem).toBeUndefined()
  ward = made.body.unitId
})
afterAll(() => api.close())

const both = (text: string) => ({ vi: text, en: text })
const hours = (amount: number) => ({ amount, unit: 'working-hours' as const })
/** Receive, work, decide, end. */
const process = (more: { work?: number; edges?: object[] } = {}) => ({
  nodes: [
    { id: 's', kind: 'start' as const, name: both('Tiếp nhận') },
    { id: 'work', kind: 'work' as const, name: both('Thẩm định'), term: hours(more.work ?? 8) },
    { id: 'sign', kind: 'approve' as const, name: both('Ký'), term: hours(8) },
    { id: 'e', kind: 'end' as const, name: both('Kết thúc') },
  ],
  edges: more.edges ?? [
    { from: 's', to: 'work' },
    { from: 'work', to: 'sign' },
    { from: 'sign', to: 'e' },
  ],
})
const save = (more: object) =>
  writer.call(contract.saveProcessDraft, { code, revision: null, process: process(), ...more })
const findFor = (path: string[]) =>
  api.appDb.transaction().execute(async (tx) => (await findProcessFor(tx, procedureId, path))?.id)

test('a process that never ends, or takes longer than the law allows, is checked while drawn and not published', async () => {
  const check = (drawn: object) => writer.call(contract.checkProcess, { code, process: drawn })
  expect((await check(process())).body).toEqual({ findings: [], hours: 16, limitHours: 16 })
  const late = await check(process({ work: 9 }))
  expect(late.body.findings).toMatchObject([{ code: 'procedures/over-limit', values: { hours: 17, limit: 16 } }])
  const loose = process({ edges: [{ from: 's', to: 'work' }] })
  const saved = await save({ process: loose })
  expect(saved.body.findings.map((one) => `${one.place} ${one.code}`)).toContain('nodes.work procedures/dead-end')
  const refused = await publisher.call(contract.publishProcess, { id: saved.body.id, revision: 1 })
  expect(refused.problem).toMatchObject({ status: 422, code: 'procedures/not-publishable' })
  expect(refused.problem?.errors?.length).toBeGreaterThan(2)
  const mended = await save({ revision: 1 })
  expect(mended.body).toMatchObject({ id: saved.body.id, revision: 2, findings: [] })
})

test('another person publishes it; the next one replaces it, and a case keeps the one it began with', async () => {
  const first = (await writer.call(contract.listProcesses, { code })).body.processes[0]
  const publish = (who: Caller, id: string, revision: number) => who.call(contract.publishProcess, { id, revision })
  expect((await publish(writer, first?.id ?? '', 2)).problem?.code).toBe('procedures/own-publication')
  expect((await publish(publisher, first?.id ?? '', 1)).problem?.code).toBe('procedures/draft-changed')
  expect((await publish(publisher, first?.id ?? '', 2)).body.head.state).toBe('published')
  expect(await findFor([])).toBe(first?.id)
  expect((await publish(publisher, first?.id ?? '', 2)).problem?.code).toBe('procedures/no-draft')

  const second = (await save({ process: process({ work: 4 }) })).body.id
  await publish(publisher, second, 1)
  expect(await findFor([])).toBe(second)
  const old = await api.appDb.transaction().execute((tx) => readProcess(tx, first?.id ?? ''))
  expect([old.state, firstStep(old.process)?.id]).toEqual(['replaced', 'work'])
})

test('a unit may have a process of its own, which is found for it and what lies below', async () => {
  const everywhere = await findFor([])
  const own = (await save({ unitId: ward, note: 'Riêng cho phường' })).body
  await publisher.call(contract.publishProcess, { id: own.id, revision: 1 })
  const desk = '01900000-0000-7000-8000-000000000001'
  expect([await findFor([desk, ward]), await findFor([desk]), await findFor([ward])]).toEqual([
    own.id,
    everywhere,
    own.id,
  ])
  const { body } = await writer.call(contract.getProcess, { id: own.id })
  expect(body).toMatchObject({ code, head: { unit: { id: ward, name: 'Phường Vũng Tàu' } }, findings: [], hours: 16 })
  const gone = await publisher.call(contract.withdrawProcess, { id: own.id, reason: 'Dùng quy trình chung' })
  expect(gone.body.head.state).toBe('withdrawn')
  expect(await findFor([desk, ward])).toBe(everywhere)
  const again = await publisher.call(contract.withdrawProcess, { id: own.id, reason: 'Dùng quy trình chung' })
  expect([again.status, again.problem?.code]).toEqual([409, 'procedures/not-in-use'])
})

test('officers of a unit draw its process, not that of others or of all', async () => {
  const local = api.as({ grants: [{ permission: 'procedures:*', unitId: ward, reach: 'subtree' }] })
  const draw = (unitId: string | null) =>
    local.call(contract.saveProcessDraft, { code, unitId, revision: null, process: process() })
  expect((await draw(null)).status).toBe(403)
  expect((await draw('01900000-0000-7000-8000-000000000001')).status).toBe(403)
  expect((await draw(ward)).status).toBe(200)
})

test('a step given to a unit that is not there is an error', async () => {
  const drawn = process()
  const nodes = drawn.nodes.map((node) =>
    node.id === 'work' ? { ...node, holder: { kind: 'unit', unitId: '01900000-0000-7000-8000-000000000009' } } : node,
  )
  const { body } = await writer.call(contract.checkProcess, { code, process: { ...drawn, nodes } })
  expect(body.findings).toMatchObject([{ code: 'procedures/unknown-unit', place: 'nodes.work' }])
})
