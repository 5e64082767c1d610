import { afterAll, beforeAll, expect, test } from 'vitest'
import * as figures from '#modules/indicators/contract.ts'
import { indicators } from '#modules/indicators/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { handlersByEvent } from '#server/events.ts'
import { type Listener, startListener } from '#server/live.ts'
import { startWorker, type Worker } from '#server/worker.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { workspace } from '../index.ts'

const modules = [organisation, indicators, workspace]
let api: TestApi
let listener: Listener
let worker: Worker
beforeAll(async () => {
  api = await testApi({ modules, live: true })
  listener = await startListener(api.databaseUrl, () => undefined)
  const handlers = handlersByEvent(modules.flatMap((module) => module.handlers))
  worker = await startWorker({ db: api.appDb, handlers, schedules: [], listener, onError: () => undefined })
})
afterAll(async () => {
  await worker.stop()
  await listener.stop()
  await api.close()
})

test('an open page is told of a change, and then finds it, without being asked again and again', async () => {
  const line = await api.root.fetch(`/api/live?topics=${contract.ACTIVITY_TOPIC}`)
  const reader = line.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('The live line did not open.')
  const defined = await api.root.call(figures.defineMeasure, {
    code: 'vb_di_pm',
    name: { vi: 'Văn bản đi trên phần mềm', en: 'Outgoing documents on the system' },
    nature: 'flow',
    source: 'reported',
    unit: { vi: 'văn bản', en: 'documents' },
    validFrom: '2020-01-01',
  })
  expect(defined.problem).toBeUndefined()
  let heard = ''
  while (!heard.includes('event: changed')) {
    const { value, done } = await reader.read()
    if (done) break
    heard += value
  }
  await reader.cancel()
  expect(heard).toContain(`data: ${contract.ACTIVITY_TOPIC}`)
  const { body } = await api.root.call(contract.listActivity)
  expect(body.activities).toMatchObject([
    { event: 'indicators.measure-defined', unit: null, values: { code: 'vb_di_pm' } },
  ])
})
