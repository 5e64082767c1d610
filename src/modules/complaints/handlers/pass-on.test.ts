import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyChange } from '#modules/organisation/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { answering, buildHeads, citizen, complained, round } from '#testing/complaints.ts'
import { buildWard, done, today, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { passOnByTheDay } from './pass-on.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

test('when a ward ends, its open complaints go to the ward that follows, are due as they were, and their citizen reads why', async () => {
  await buildHeads(api, ward)
  const who = citizen(api)
  const sent = await complained(who, ward.one)
  const { body: change } = await done(
    api.root.call(applyChange, {
      effectiveOn: today(),
      acts: [
        {
          kind: 'merge',
          from: [{ unitId: ward.one }, { unitId: ward.two }],
          to: [
            {
              key: 'new',
              code: 'phuong-moi',
              name: 'Phường Mới',
              kind: 'ward',
              level: 'commune',
              parent: { unitId: ward.province },
            },
          ],
        },
      ],
    }),
  )
  const head = await answering(api, change.created.new ?? '', 'Hồ Thị Em')
  await api.settle()
  await round(api, passOnByTheDay)
  const { body } = await done(who.call(contract.listOwnComplaints, {}))
  expect(body.complaints).toMatchObject([
    { number: sent.number, unit: 'Phường Mới', dueAt: sent.dueAt, handedOn: [{ to: 'Phường Mới', reason: '' }] },
  ])
  const { body: there } = await done(head.call(contract.getComplaint, { complaintId: sent.id }))
  expect(there).toMatchObject({ acts: [{ act: 'hand-on', byName: null }], counted: sent.counted })
})
