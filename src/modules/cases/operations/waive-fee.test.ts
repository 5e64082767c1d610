import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildProcedure, buildWard, type Detail, decided, done, received, seen, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

const name = { vi: 'Lệ phí', en: 'A fee' }
const FEE = { code: 'le-phi', kind: 'levy' as const, name, amountVnd: 20_000, validFrom: '2025-07-01' }

/** A case that waits for 50,000 đồng, its clock stopped. */
async function waiting(): Promise<Detail> {
  const one = await received(ward, { procedureCode: await buildProcedure(api, { fees: [FEE] }) })
  const fees = [{ code: 'thue-dat', name: 'Thuế đất', amountVnd: 30_000 }]
  const ask = { ...seen(one), fees, stopsClock: true, reason: 'Thuế' }
  return (await done(ward.officer.call(contract.askPayment, ask))).body
}
const pay = (one: Detail, amountVnd: number, online = false) =>
  ward.officer.call(contract.confirmPayment, { ...seen(one), amountVnd, online, reference: 'BL-1' })
const waive = (one: Detail, amountVnd: number, feeCode = 'thue-dat') =>
  ward.leader.call(contract.waiveFee, {
    ...seen(one),
    feeCode,
    amountVnd,
    reason: 'Hộ nghèo',
    legalBasis: 'Điều 10 Luật phí và lệ phí',
  })

async function counted({ id }: Detail): Promise<Record<string, number>> {
  const { rows } = await sql<{ measure: string; value: number }>`
    select measure, sum(value)::int as value from cases.counted where case_id = ${id} group by 1`.execute(api.db)
  return Object.fromEntries(rows.map(({ measure, value }) => [measure.replace('cases_', ''), value]))
}

test('a part is paid and a part waived; the case waits until nothing is left, and its clock runs again', async () => {
  const one = await waiting()
  const { body: partly } = await done(pay(one, 15_000, true))
  expect(partly).toMatchObject({ business: 'payment', finance: 'partly-paid', outstandingVnd: 35_000, dueAt: null })
  expect((await pay(partly, 35_001)).problem).toMatchObject({ status: 422, code: 'cases/paid-too-much' })
  expect((await waive(partly, 30_001)).problem).toMatchObject({ status: 422, code: 'cases/waived-too-much' })
  expect((await waive(partly, 1, 'khong-co')).problem).toMatchObject({ status: 422, code: 'cases/no-such-fee' })
  const { body: less } = await done(waive(partly, 10_000))
  expect(less).toMatchObject({ business: 'payment', waivedVnd: 10_000, outstandingVnd: 25_000, feeTotalVnd: 50_000 })
  expect(less.fees.find(({ code }) => code === 'thue-dat')).toMatchObject({
    waivedVnd: 10_000,
    waiver: 'Điều 10 Luật phí và lệ phí',
  })
  expect(less.acts.at(-1)).toMatchObject({
    act: 'waive-fee',
    note: 'Hộ nghèo',
    decision: 'Điều 10 Luật phí và lệ phí',
  })
  const { body: all } = await done(pay(less, 25_000))
  expect(all).toMatchObject({ business: 'received', finance: 'paid', paidVnd: 40_000, outstandingVnd: 0 })
  expect(all.dueAt).not.toBeNull()
  expect((await pay(all, 1)).problem).toMatchObject({ code: 'cases/nothing-to-pay' })
  // Paid online in part alone: the money counts, the case does not.
  expect(await counted(all)).toMatchObject({ fee_amount: 40_000, paid_amount: 40_000, paid_online_amount: 15_000 })
  expect(await counted(all)).not.toHaveProperty('paid_online')
})

test('what is waived whole counts as no fee, holds no result back, and stands on the receipt', async () => {
  const one = await decided(ward, { procedureCode: await buildProcedure(api, { fees: [FEE] }) })
  expect(await counted(one)).toMatchObject({ with_fee: 1, fee_amount: 20_000 })
  const { body } = await done(waive(one, 20_000, 'le-phi'))
  expect(body).toMatchObject({ business: 'decided', finance: 'waived', outstandingVnd: 0 })
  expect(await counted(body)).not.toHaveProperty('with_fee')
  const { body: form } = await done(ward.officer.call(contract.printForm, { caseId: one.id, form: '01' }))
  const { text } = await extractText(await getDocumentProxy(form.bytes), { mergePages: true })
  expect(text.normalize('NFC').replace(/\s+/g, ' ')).toContain(
    '20.000 đồng (miễn, giảm 20.000 đồng theo Điều 10 Luật phí và lệ phí; đã nộp 0 đồng',
  )
  const { body: returned } = await done(
    ward.officer.call(contract.returnResult, { ...seen(body), way: 'desk', receiver: null, note: '' }),
  )
  expect(returned).toMatchObject({ business: 'returned', finance: 'waived' })
})

test('only who decides at the unit waives, and a case out of sight does not exist', async () => {
  const one = await waiting()
  const input = { ...seen(one), feeCode: 'thue-dat', amountVnd: 1000, reason: 'Hộ nghèo', legalBasis: 'Điều 10' }
  expect((await ward.officer.call(contract.waiveFee, input)).status).toBe(403)
  expect((await ward.stranger.call(contract.waiveFee, input)).status).toBe(403)
})
