import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { deliverNext, handlersByEvent } from '#server/events.ts'
import type { Module } from '#server/module.ts'
import { operation } from '#server/operation.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { administration } from '../index.ts'

let broken = true
const ring = endpoint({
  id: 'bell.ring',
  method: 'POST',
  path: '/bell',
  permission: 'signed-in',
  summary: { vi: 'Rung', en: 'Ring' },
  input: z.object({}),
  output: z.object({}),
})
const bell: Module = {
  name: 'bell',
  problems: {},
  operations: [
    operation(ring, async ({ emit }) => {
      await emit('bell.rung', { bellId: 'x', secret: 'riêng tư' })
      return {}
    }),
  ],
  handlers: [
    { name: 'bell.hear', on: 'bell.rung', run: () => (broken ? Promise.reject(new Error('deaf')) : Promise.resolve()) },
  ],
}

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [administration, bell] })
})
afterAll(() => api.close())

const administrator = () =>
  api.as({ grants: [{ permission: 'administration:replay', unitId: null, reach: 'subtree' }] })

test('only who may replay sees and replays', async () => {
  const stranger = api.as({ grants: [{ permission: 'administration:read-log', unitId: null, reach: 'subtree' }] })
  expect((await stranger.call(contract.replayDelivery, { eventId: newId(), handler: 'bell.hear' })).status).toBe(403)
  expect((await stranger.call(contract.listParkedDeliveries)).status).toBe(403)
})

test('what cannot be delivered is parked, seen without private texts, replayed, and then done', async () => {
  await api.root.call(ring)
  const handlers = handlersByEvent(bell.handlers)
  for (let attempt = 0, now = Date.now() + 1000; attempt < 8; attempt++, now += 4_000_000)
    await deliverNext(api.appDb, handlers, new Date(now))
  const { body } = await administrator().call(contract.listParkedDeliveries)
  expect(body).toMatchObject({
    due: 0,
    parked: 1,
    deliveries: [{ event: 'bell.rung', handler: 'bell.hear', attempts: 8, lastError: 'deaf' }],
  })
  expect(JSON.stringify(body)).not.toContain('riêng tư')

  broken = false
  const target = { eventId: body.deliveries[0]?.eventId ?? '', handler: 'bell.hear' }
  expect((await administrator().call(contract.replayDelivery, target)).status).toBe(200)
  expect(await api.settle()).toBe(1)
  expect((await administrator().call(contract.listParkedDeliveries)).body).toMatchObject({
    due: 0,
    parked: 0,
    deliveries: [],
  })
  expect((await administrator().call(contract.replayDelivery, target)).problem).toMatchObject({
    status: 409,
    code: 'administration/not-parked',
  })
})
