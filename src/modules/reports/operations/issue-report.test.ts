import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as indicators from '#modules/indicators/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { sealOf } from '../domain/snapshot.ts'
import { buildCity, type City, done, draft, issue } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('issuing gives the next number of the year and freezes what is printed', async () => {
  const issued = await issue(api.root, city)
  expect(issued).toMatchObject({ status: 'issued', number: '01/BC-UBND', issuedOn: '2023-10-05' })
  const next = await issue(api.root, city)
  expect(next.number).toBe('02/BC-UBND')
  const before = await done(api.root, contract.getReport, { reportId: issued.reportId })

  const fact = { measure: 'vb_di', unitId: city.unitIds.ward1, day: '2023-04-01', value: '100' }
  await done(api.root, indicators.recordFacts, { facts: [fact] })
  const after = await done(api.root, contract.getReport, { reportId: issued.reportId })
  expect(after).toEqual(before)
  expect(JSON.stringify(after.document)).not.toContain('"text":"106"')
})

test('the seal is that of the snapshot, and anyone can compute it', async () => {
  const { reportId, seal } = await issue(api.root, city)
  const { rows } = await sql<{
    canonical: string
  }>`select canonical from reports.snapshot where report_id = ${reportId}`.execute(api.db)
  expect(await sealOf(JSON.parse(rows[0]?.canonical ?? '{}'))).toBe(seal)
  const { templateVersion, document } = await done(api.root, contract.getReport, { reportId })
  const snapshot = {
    format: 'haidang-report-1' as const,
    template: { code: 'bao-cao-9-thang', version: templateVersion },
    document,
  }
  expect(await sealOf(snapshot)).toBe(seal)
})

test('the database itself refuses to change what is issued', async () => {
  const { reportId } = await issue(api.root, city)
  await expect(
    sql`update reports.snapshot set canonical = '{}' where report_id = ${reportId}`.execute(api.db),
  ).rejects.toThrow('for ever')
  await expect(sql`update reports.report set title = 'x' where id = ${reportId}`.execute(api.db)).rejects.toThrow(
    'cannot change',
  )
  await expect(sql`delete from reports.snapshot where report_id = ${reportId}`.execute(api.db)).rejects.toThrow(
    'for ever',
  )
})

test('ten reports issued at once get ten numbers', async () => {
  const issued = await Promise.all(Array.from({ length: 10 }, () => issue(api.root, city)))
  expect(new Set(issued.map(({ number }) => number)).size).toBe(10)
})

test('a number is given once', async () => {
  const { reportId } = await draft(api.root, city)
  const { revision } = await done(api.root, contract.submitForSignature, { reportId, revision: 1, withGaps: true })
  const signed = await done(api.root, contract.signOff, { reportId, revision })
  const input = { reportId, revision: signed.revision, issuedOn: '2023-10-05', number: 1 }
  const { problem } = await api.root.call(contract.issueReport, input)
  expect(problem).toMatchObject({ status: 409, code: 'reports/number-taken' })
})

test('a report is not issued before its period is over', async () => {
  const { reportId } = await draft(api.root, city)
  const { revision } = await done(api.root, contract.submitForSignature, { reportId, revision: 1, withGaps: true })
  const signed = await done(api.root, contract.signOff, { reportId, revision })
  const { problem } = await api.root.call(contract.issueReport, {
    reportId,
    revision: signed.revision,
    issuedOn: '2023-09-14',
  })
  expect(problem).toMatchObject({ status: 422, code: 'reports/issued-before-period-ends' })
})

test('the event names number and seal', async () => {
  const { reportId, seal, number } = await issue(api.root, city)
  const { rows } = await sql<{ payload: unknown }>`
    select payload from platform.event where name = 'reports.issued' and payload->>'reportId' = ${reportId}`.execute(
    api.db,
  )
  expect(rows).toEqual([{ payload: { reportId, unitId: city.unitIds.city, period: '2023-9M', number, seal } }])
})
