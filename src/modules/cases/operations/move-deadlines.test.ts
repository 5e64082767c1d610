import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAt } from '#kernel/calendar.ts'
import { setSpecialDays } from '#modules/calendar/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildWard, done, received, seen, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

const OFF = {
  kind: 'off',
  name: { vi: 'Nghỉ thử', en: 'A day off' },
  decision: 'QĐ 1',
  confirmed: true,
  sourceNote: 'thử',
  version: 0,
}

test('a day declared off moves no deadline by itself; by decision it moves those it concerns, and the log says why', async () => {
  const one = await received(ward)
  const due = one.dueAt ?? ''
  const preview = async () => (await done(ward.leader.call(contract.previewCalendarMove, {}))).body
  expect((await preview()).moves).toEqual([])
  const day = dayAt(new Date(due))
  await done(api.root.call(setSpecialDays, { days: [{ ...OFF, day }], reason: 'Thử' }))
  await api.settle()
  const unmoved = await done(ward.officer.call(contract.getCase, { caseId: one.id }))
  expect(unmoved.body).toMatchObject({ dueAt: due, version: 1 })
  const { moves } = await preview()
  expect(moves).toMatchObject([{ caseId: one.id, dueAt: due, version: 1 }])
  expect((moves[0]?.wouldBeDueAt ?? '') > due).toBe(true)
  const { body: explained } = await done(ward.officer.call(contract.explainDue, { caseId: one.id }))
  expect(explained).toMatchObject({ dueAt: due, reckonedDueAt: moves[0]?.wouldBeDueAt })

  const order = { cases: [seen(one)], decision: 'QĐ 1/QĐ-UBND', reason: 'Nghỉ bù' }
  expect((await ward.officer.call(contract.moveDeadlines, order)).status).toBe(403)
  const { body } = await done(ward.leader.call(contract.moveDeadlines, order))
  expect(body.done).toMatchObject([{ caseId: one.id, version: 2, dueAt: moves[0]?.wouldBeDueAt }])
  const { body: after } = await done(ward.officer.call(contract.explainDue, { caseId: one.id }))
  expect(after.changes.at(-1)).toMatchObject({ kind: 'calendar', decision: 'QĐ 1/QĐ-UBND', dueBefore: due })
  const again = await done(
    ward.leader.call(contract.moveDeadlines, { ...order, cases: [{ caseId: one.id, version: 2 }] }),
  )
  expect(again.body.refused).toMatchObject([{ code: 'cases/deadline-stands' }])
  expect((await preview()).moves).toEqual([])
})
