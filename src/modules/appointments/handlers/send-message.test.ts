import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAt } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { sendThrough } from '#modules/cases/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { manager, openCounters } from '#testing/counter-openings.ts'
import { buildWard, done, type Ward } from '#testing/ward.ts'
import { bookAppointment, callOffAppointment, findSlots } from '../contract.ts'

type Taken = { readonly key: string; readonly to: string; readonly text: string }

let api: TestApi
let ward: Ward
let provider: Server
const taken: Taken[] = []
/** The provider takes a message, and the platform does not hear of it. */
let isDeaf = false

beforeAll(async () => {
  provider = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      const { to, text } = JSON.parse(body) as Taken
      taken.push({ key: String(request.headers['idempotency-key']), to, text })
      response.writeHead(isDeaf ? 503 : 200).end('{"id":"1"}')
    })
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  const { port } = provider.address() as AddressInfo
  const none = { smtpUrl: undefined, mailFrom: undefined, zaloUrl: undefined, zaloKey: undefined }
  sendThrough({ ...none, smsUrl: `http://127.0.0.1:${port}`, smsKey: 'k', reportSecrets: [], simulated: [] })
  api = await testApi()
  ward = await buildWard(api)
  await openCounters(api, ward.one)
})
afterAll(async () => {
  provider.close()
  await api.close()
})

async function booked(contact: string, language: 'vi' | 'en') {
  const { body } = await done(api.anonymous.call(findSlots, { unitId: ward.one }))
  const day = body.days.map((one) => one.day).find((one) => one > dayAt(new Date())) ?? ''
  const wish = { requestKey: newId(), unitId: ward.one, day, at: '08:00', name: 'Nguyễn Thị Hẹn', contact, language }
  return (await done(api.anonymous.call(bookAppointment, { ...wish, consent: true }))).body
}

test('who books gets code and secret, and is told with the reason when the office calls it off', async () => {
  const one = await booked('0912345678', 'vi')
  expect(one.appointment.isTold).toBe(true)
  await api.settle()
  expect(taken).toMatchObject([{ to: '84912345678' }])
  expect(taken[0]?.text).toContain(one.appointment.code)
  expect(taken[0]?.text).toContain(one.secret)
  // A text message goes without marks.
  expect(taken[0]?.text).not.toMatch(/[^\p{ASCII}]/u)
  const off = { appointmentId: one.appointment.id, reason: 'Mất điện' }
  await done(manager(api, ward.one).call(callOffAppointment, off))
  await api.settle()
  expect(taken[1]?.text).toContain('Mat dien')
})

test('tried again it is the same message to the provider, so nobody gets it twice', async () => {
  taken.length = 0
  isDeaf = true
  await booked('0912345679', 'en')
  await api.settle()
  isDeaf = false
  await new Promise((resolve) => setTimeout(resolve, 1100))
  await api.settle()
  expect(taken).toHaveLength(2)
  expect(new Set(taken.map(({ key }) => key)).size).toBe(1)
})

test('where nothing can be sent, the citizen is told so', async () => {
  expect((await booked('someone@example.vn', 'vi')).appointment.isTold).toBe(false)
})
