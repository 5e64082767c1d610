import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { calendar } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, calendar] })
  const culture = {
    day: '2026-11-24',
    kind: 'off' as const,
    name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
    decision: 'Nghị quyết 28/2026/QH16',
    confirmed: true,
    sourceNote: '',
    version: 0,
  }
  await api.root.call(contract.setSpecialDays, { days: [culture], reason: 'thử' })
})
afterAll(() => api.close())

const days = (amount: number) => ({ amount, unit: 'working-days' as const, rule: 'hours' as const })

test('any person signed in sees how a deadline is counted, with the holiday and the decision it rests on', async () => {
  const { body } = await api.as({}).call(contract.explainDeadline, { receivedAt: '2026-11-20T15:30', term: days(5) })
  expect([body.dueAt, body.unconfirmed]).toEqual(['2026-11-30T15:30', true])
  expect(body.sentences.vi.join('\n')).toContain('Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)')
  expect(body.sentences.en).toHaveLength(body.trace.length)
})

test('nobody who is not signed in does', async () => {
  const { status } = await api.anonymous.call(contract.explainDeadline, {
    receivedAt: '2026-11-20T15:30',
    term: days(5),
  })
  expect(status).toBe(401)
})

test('a pause keeps what is left, and while it lasts there is no due time', async () => {
  const input = { receivedAt: '2026-11-16T09:00', term: days(5) }
  const pause = { from: '2026-11-17T15:00', to: '2026-11-25T10:00', reason: 'chờ bổ sung' }
  const { body } = await api.root.call(contract.explainDeadline, { ...input, pauses: [pause] })
  expect(body.dueAt).toBe('2026-11-30T15:00')
  const open = await api.root.call(contract.explainDeadline, { ...input, pauses: [{ ...pause, to: null }] })
  expect(open.body).toMatchObject({ dueAt: null, remainingMinutes: 27.5 * 60 })
  const backwards = await api.root.call(contract.explainDeadline, {
    ...input,
    pauses: [{ ...pause, to: '2026-11-16T09:00' }],
  })
  expect(backwards.problem?.code).toBe('calendar/wrong-pause')
})

test('what cannot be counted is refused', async () => {
  for (const term of [days(0), days(99_999), { ...days(1.5), rule: 'days' as const }])
    expect((await api.root.call(contract.explainDeadline, { receivedAt: '2026-11-20T15:30', term })).status).toBe(400)
  const { status } = await api.root.call(contract.explainDeadline, { receivedAt: '2026-02-30T15:30', term: days(1) })
  expect(status).toBe(400)
})
