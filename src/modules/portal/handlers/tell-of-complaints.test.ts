import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendThrough } from '#modules/cases/index.ts'
import * as complaints from '#modules/complaints/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildHeads, citizen, complained } from '#testing/complaints.ts'
import { buildWard, done, type Ward } from '#testing/ward.ts'
import { sealAddress } from '../sign-in.ts'

let api: TestApi
let ward: Ward
let provider: Server
const taken: { readonly to: string; readonly text: string }[] = []

beforeAll(async () => {
  provider = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      taken.push(JSON.parse(body) as (typeof taken)[number])
      response.end('{"id":"1"}')
    })
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  const { port } = provider.address() as AddressInfo
  const none = { smtpUrl: undefined, mailFrom: undefined, zaloUrl: undefined, zaloKey: undefined }
  sendThrough({ ...none, smsUrl: `http://127.0.0.1:${port}`, smsKey: 'k', reportSecrets: [], simulated: [] })
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(async () => {
  provider.close()
  await api.close()
})

test('a citizen is told that they are asked, where it went and that there is an answer, and nothing of what was said', async () => {
  const heads = await buildHeads(api, ward)
  const who = citizen(api)
  await sql`insert into portal.citizen (id, channel, address_hash, address_sealed, created_at)
    values (${who.actorId}, 'sms', 'told', ${sealAddress('84912345678', who.actorId)}, now())`.execute(api.db)
  const { id: complaintId, number } = await complained(who, ward.one)
  await done(heads.an.call(complaints.askForMore, { complaintId, version: 1, question: 'Số nhà nào?' }))
  await api.settle()
  const wish = { complaintId, version: 2, unitId: ward.two, reason: 'Việc của phường bên' }
  await done(heads.an.call(complaints.handOnComplaint, wish))
  await api.settle()
  await done(heads.chi.call(complaints.answerComplaint, { complaintId, version: 3, outcome: 'right', text: 'Đã sửa' }))
  await api.settle()
  expect(taken.map(({ text }) => text.replace(number, 'PA').replace(/ tai .*/, ''))).toEqual([
    'Phan anh PA can ban bo sung thong tin. Xem va tra loi',
    'Phan anh PA da chuyen den don vi co tham quyen. Xem',
    'Phan anh PA da co tra loi. Xem',
  ])
  expect(new Set(taken.map(({ to }) => to))).toEqual(new Set(['84912345678']))
})
