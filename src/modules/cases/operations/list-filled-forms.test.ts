import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json } from '#server/db.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { both, formOf, publishedForm } from '#testing/citizens.ts'
import { buildWard, done, received, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

test('what was answered is read in words as the form stood on that day, and that it was read is logged', async () => {
  const { code, versionId, hash } = await publishedForm(
    api,
    formOf([
      { kind: 'person-name', name: 'ho_ten', label: { vi: 'Họ tên', en: 'Full name' } },
      { kind: 'day', name: 'tu_ngay', label: { vi: 'Từ ngày', en: 'From' }, future: true },
      { kind: 'yes-no', name: 'co_con', label: both('Có con?') },
      {
        kind: 'table',
        name: 'hang',
        label: both('Hàng'),
        columns: [{ kind: 'money', name: 'gia', label: both('Giá') }],
      },
    ]),
    [ward.procedure],
  )
  const { id: caseId } = await received(ward)
  expect((await done(ward.officer.call(contract.listFilledForms, { caseId }))).body.forms).toEqual([])
  // That day is past by now: what was good when it was handed in is still an answer.
  const answers = { ho_ten: 'Nguyễn Thị Thử', tu_ngay: '2026-01-05', co_con: true, hang: [{ gia: 1_000_000 }] }
  await sql`insert into cases.filled_form values
    (${caseId}, ${versionId}, ${code}, 1, ${hash}, ${json(answers)}, '2026-01-02T03:00:00Z')`.execute(api.db)
  const { body: read } = await done(ward.officer.call(contract.listFilledForms, { caseId, language: 'en' }))
  const [body] = read.forms
  expect(read.forms).toHaveLength(1)
  expect(body).toMatchObject({ code, versionId, hash, number: 1, answers })
  expect(body?.steps[0]?.blocks).toEqual([
    { kind: 'line', label: 'Full name', value: 'Nguyễn Thị Thử' },
    { kind: 'line', label: 'From', value: '05/01/2026' },
    { kind: 'line', label: 'Có con', value: 'Yes' },
    { kind: 'table', label: 'Hàng', head: ['No.', 'Giá'], rows: [['1', '1.000.000']] },
  ])
  const { rows } = await sql`select from platform.audit
    where operation = 'cases.list-filled-forms' and target ->> 'caseId' = ${caseId} and outcome = 'read'`.execute(
    api.db,
  )
  expect(rows).toHaveLength(2)
  expect((await done(ward.officer.call(contract.getCase, { caseId }))).body.hasForm).toBe(true)
})
