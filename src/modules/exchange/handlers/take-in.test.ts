import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cases from '#modules/cases/contract.ts'
import { type ConnectedWard, connectedWard } from '#testing/exchange.ts'
import { done } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { MOODS } from '../domain/stand-in.ts'

let place: ConnectedWard
beforeAll(async () => {
  place = await connectedWard()
})
afterAll(() => place.close())

const told = async (nationalCode: string) => {
  const { rows } = await sql<{ state: string; reason: string | null; caseId: string | null; told: number }>`
    select state, reason, case_id, told from exchange.incoming where national_code = ${nationalCode} order by id`.execute(
    place.api.db,
  )
  return rows
}
const filing = (more: Record<string, unknown> = {}) => ({
  MaHoSo: place.standIn.state.nextCode(),
  MaTTHC: place.ward.procedure,
  ChuHoSo: 'Nguyễn Thị Nộp',
  LoaiDoiTuong: '1',
  TrangThaiHoSo: '1',
  NgayNopHoSo: '20261130080000',
  DonViXuLy: place.ward.unitCode,
  KenhThucHien: '2',
  ...more,
})
const push = async (dossier: Record<string, unknown>) => {
  const { body } = await done(place.api.root.call(contract.receiveDossier, { dossier }))
  await place.api.settle()
  return body
}

test('what citizens file becomes one case each under its own code, in whatever mood and order the portal tells it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...MOODS), { minLength: 1, maxLength: 4 }), async (moods) => {
      const about = { unit: place.ward.unitCode, procedureCode: place.ward.procedure }
      const codes: string[] = []
      for (const mood of moods) {
        place.standIn.behave('well')
        codes.push(...place.standIn.file(2, about))
        place.standIn.behave(mood)
        await place.fetch(600)
      }
      place.standIn.behave('well')
      for (let time = 0; time < 4; time++) await place.fetch(600)
      for (const code of codes) {
        expect(await told(code)).toMatchObject([{ state: 'taken-in' }])
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from cases."case" where code = ${code}`.execute(place.api.db)
        expect(rows).toEqual([{ count: 1 }])
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
}, 120_000)

test('a case that came from the portal waits to be received, with channel and name as filed', async () => {
  const dossier = filing({ TaiKhoanDuocXacThucVoiVNeID: '1', SoDinhDanh: '079203000123', LoaiDinhDanh: '1' })
  await push(dossier)
  const [row] = await told(dossier.MaHoSo)
  const { body } = await done(place.api.root.call(cases.getCase, { caseId: row?.caseId ?? '' }))
  expect(body).toMatchObject({
    code: dossier.MaHoSo,
    business: 'submitted',
    channel: 'online',
    subjectName: 'Nguyễn Thị Nộp',
    authentication: 'eid-2',
    competentUnit: { unitId: place.ward.one },
  })
})

test('told twice at the same moment it is taken once; told otherwise later it waits for a person', async () => {
  const dossier = filing()
  await Promise.all([push(dossier), push(dossier), push({ ...dossier })])
  expect(await told(dossier.MaHoSo)).toMatchObject([{ state: 'taken-in', told: 3 }])
  await push({ ...dossier, TrangThaiHoSo: '7' })
  expect(await told(dossier.MaHoSo)).toMatchObject([
    { state: 'taken-in' },
    { state: 'for-hand', reason: 'exchange/told-again' },
  ])
})

test('news of a dossier whose filing comes later waits for that', async () => {
  const dossier = filing()
  await push({ ...dossier, TrangThaiHoSo: '7' })
  expect(await told(dossier.MaHoSo)).toMatchObject([{ state: 'waiting' }])
  await push(dossier)
  const states = (await told(dossier.MaHoSo)).map(({ state }) => state)
  expect(states).toEqual(['for-hand', 'taken-in'])
})

test('what cannot be taken in is kept with the reason', async () => {
  const wrong: [Record<string, unknown>, string][] = [
    [filing({ ChuHoSo: '' }), 'exchange/unreadable-record'],
    [filing({ NgayNopHoSo: 'hôm qua' }), 'exchange/unreadable-record'],
    [filing({ DonViXuLy: 'H99.99' }), 'exchange/unknown-unit'],
    [filing({ MaTTHC: '9.999999' }), 'cases/no-procedure'],
    [filing({ MaHoSo: 'khong-phai-ma' }), 'cases/bad-case-code'],
    [filing({ SoDienThoai: 'không có' }), 'platform/invalid-input'],
    [{ ...filing(), TaiLieuNop: 'không phải danh sách' }, 'exchange/unreadable-record'],
  ]
  for (const [dossier, reason] of wrong) {
    await push(dossier)
    expect(await told(String(dossier.MaHoSo))).toMatchObject([{ state: 'quarantine', reason }])
  }
})

test('once what was wrong here is mended, it is tried again and taken in', async () => {
  const unit = 'H98.07'
  const dossier = filing({ DonViXuLy: unit })
  await push(dossier)
  const { body } = await done(place.api.root.call(contract.listIncoming, { state: 'quarantine', limit: 50 }))
  const one = body.incoming.find(({ nationalCode }) => nationalCode === dossier.MaHoSo)
  await sql`insert into cases.unit_code (unit_id, code, valid_from) values (${place.ward.two}, ${unit}, '2025-07-02')`.execute(
    place.api.db,
  )
  await done(place.api.root.call(contract.takeInAgain, { incomingId: one?.id ?? '' }))
  await place.api.settle()
  expect(await told(dossier.MaHoSo)).toMatchObject([{ state: 'taken-in' }])
  const again = await place.api.root.call(contract.takeInAgain, { incomingId: one?.id ?? '' })
  expect(again.problem).toMatchObject({ status: 409, code: 'exchange/not-open' })
})

test('somebody marks what was told as dealt with, once', async () => {
  const dossier = filing({ ChuHoSo: '' })
  await push(dossier)
  const { body } = await done(place.api.root.call(contract.listIncoming, { state: 'quarantine', limit: 50 }))
  const incomingId = body.incoming.find(({ nationalCode }) => nationalCode === dossier.MaHoSo)?.id ?? ''
  await done(place.api.root.call(contract.settleIncoming, { incomingId, note: 'Đã gọi cho người nộp' }))
  expect(await told(dossier.MaHoSo)).toMatchObject([{ state: 'settled' }])
  const again = await place.api.root.call(contract.settleIncoming, { incomingId, note: 'Lần nữa' })
  expect(again.problem).toMatchObject({ status: 409, code: 'exchange/not-open' })
})
