import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { fold } from '#kernel/text.ts'
import { calendar } from '#modules/calendar/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { procedures } from '#modules/procedures/index.ts'
import { type Answer, type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildPlace, type MadeCase, madeCase, type Place, putCases } from '#testing/made-cases.ts'
import * as contract from '../contract.ts'
import { searchWords } from '../domain/search.ts'
import { cases } from '../index.ts'

let api: TestApi
let place: Place
let made: Record<'an' | 'le' | 'firm' | 'far' | 'asked', MadeCase>
let reader: Caller
beforeAll(async () => {
  api = await testApi({ modules: [organisation, calendar, procedures, cases] })
  place = await buildPlace(api)
  const at = (unit: string) => ({ holder: unit, competent: unit, received: unit, helped: null })
  const north = at(place.north)
  made = {
    an: madeCase({
      units: north,
      business: 'processing',
      name: 'Nguyễn Văn An',
      identity: '079090000001',
      phone: '0912345678',
    }),
    le: madeCase({
      units: north,
      business: 'returned',
      name: 'Trần Thị Mỹ Lệ',
      identity: 'C1234567',
      code: 'H91.1-261130-0975',
    }),
    firm: madeCase({ units: north, business: 'draft', name: 'Công ty Mỹ An', identity: '0312345678' }),
    far: madeCase({ units: at(place.far), business: 'processing', name: 'Nguyễn Văn An', identity: '079090000001' }),
    asked: madeCase({
      units: at(place.far),
      business: 'processing',
      name: 'Lê Văn Xa',
      asked: [place.north],
      unanswered: [place.north],
    }),
  }
  await putCases(api, Object.values(made))
  reader = api.as({ grants: [{ permission: 'cases:read', unitId: place.north, reach: 'own' }] })
})
afterAll(() => api.close())

const search = async (q: string, more: object = {}) => {
  const answer = await reader.call(contract.listCases, { list: 'all', q, ...more })
  expect(answer.problem, q).toBeUndefined()
  expect(answer.body.total).toBe(answer.body.cases.length)
  return answer.body.cases.map(({ id }) => id)
}

test('a case is found by name, code, phone and identity number, and only where it may be seen', async () => {
  expect(await search('nguyen an')).toEqual([made.an.id])
  expect(await search('mĩ lệ')).toEqual([made.le.id])
  expect(await search('0975')).toEqual([made.le.id])
  expect(await search('h91.1-261130-0975')).toEqual([made.le.id])
  expect(await search('0912 345 678')).toEqual([made.an.id])
  expect(await search('079090000001')).toEqual([made.an.id])
  expect(await search('c1234567')).toEqual([made.le.id])
  expect(await search('xa')).toEqual([made.asked.id])
  expect(await search('van', { list: 'unit' })).toEqual([made.an.id])
  expect(await search('van', { business: 'returned' })).toEqual([])
})

test('the beginning of an identity number finds nobody, nor does a draft’s name', async () => {
  for (const q of ['07909000', '0790900000', '079090000', 'c123456', 'cong ty', '0312345678', 'không có ai'])
    expect(await search(q), q).toEqual([])
})

test('a name that is corrected is found by the new one alone', async () => {
  const name = madeCase({ units: made.an.units, business: 'processing', name: 'Phạm Cũ' })
  await putCases(api, [name])
  expect(await search('pham cu')).toEqual([name.id])
  await sql`update cases."case" set search_text = 'pham moi' where id = ${name.id}`.execute(api.db)
  expect(await search('pham cu')).toEqual([])
  expect(await search('pham moi')).toEqual([name.id])
  await sql`update cases."case" set unit_id = ${place.far}, competent_unit_id = ${place.far}, received_unit_id = ${place.far}
    where id = ${name.id}`.execute(api.db)
  expect(await search('pham moi')).toEqual([])
})

test('hostile text finds nothing and breaks nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.constantFrom(
          "'; drop table cases.search; --",
          '%',
          '_',
          '\\',
          '" or 1=1',
          '{,}',
          '😀',
          '___%',
          '((',
          ':*',
          "a'||'b",
          '١٢٣٤٥٦٧٨٩',
        ),
      ),
      async (q) => {
        const { status } = await reader.call(contract.listCases, { list: 'all', q })
        expect([200, 400]).toContain(status)
      },
    ),
    { numRuns: 60 },
  )
})

test('PostgreSQL makes the same words of a text as the rules do', async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      'h91.1-261130-0975 nguyen van an',
      'h29-261130-0000',
      'quynh yen my quy ay xuyen',
      'cong ty 036 (viet nam) 0312345678',
      'ho chieu c1234567 (ab12345678) x12345 abc1234567',
      '学 김 ünï-cödé',
    ),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const folded = fold(text).replaceAll('\0', '')
      const { rows } = await sql<{ w: string }>`select w from cases.words_of(${folded}) w`.execute(api.db)
      expect(rows.map(({ w }) => w).toSorted()).toEqual([...searchWords(folded)].toSorted())
    }),
    { numRuns: 100 },
  )
})

test('all cases of a person, whole number in the body, newest first, and reading them is logged', async () => {
  const call = (input: object) => reader.call(contract.listCasesOfPerson, input)
  expect((await call({ identityNumber: '079 090 000 001' })).body.cases.map(({ id }) => id)).toEqual([made.an.id])
  expect((await call({ phone: '+84912345678' })).body.cases.map(({ id }) => id)).toEqual([made.an.id])
  expect((await call({ taxCode: '0312345678' })).body.cases).toEqual([])
  for (const input of [{}, { phone: '0912345678', taxCode: '0312345678' }])
    expect((await call(input)).problem?.code).toBe('cases/one-number-of-a-person')
  const { rows } = await sql<{ outcome: string; target: object }>`
    select outcome, target from platform.audit where operation = 'cases.list-cases-of-person' and outcome = 'read'`.execute(
    api.db,
  )
  expect(rows.length).toBe(3)
  expect(JSON.stringify(rows)).not.toContain('079')
})

test('a person with many cases is read page by page', async () => {
  const many = Array.from({ length: 7 }, () =>
    madeCase({ units: made.an.units, business: 'returned', identity: '079090000009' }),
  )
  await putCases(api, many)
  const seen: string[] = []
  let after: string | null = null
  do {
    const input: object = { identityNumber: '079090000009', limit: 3, ...(after && { after }) }
    const { body }: Answer<z.output<typeof contract.listCasesOfPerson.output>> = await reader.call(
      contract.listCasesOfPerson,
      input,
    )
    seen.push(...body.cases.map(({ id }) => id))
    after = body.next
  } while (after)
  expect(seen).toEqual(many.map(({ id }) => id).toReversed())
})

test('among more of a unit than are looked through first, common and rare names are found alike, newest first', async () => {
  const south = { holder: place.south, competent: place.south, received: place.south, helped: null }
  const names = (index: number) => (index < 3 ? 'Đoàn Hiếm Hoi' : index % 2 === 0 ? 'Vũ Chung' : 'Bùi Lẻ')
  const many = Array.from({ length: 1_100 }, (_, index) =>
    madeCase({ units: south, business: 'processing', name: names(index), code: `H91.2-261130-${index}` }),
  )
  await putCases(api, many)
  const southern = api.as({ grants: [{ permission: 'cases:read', unitId: place.south, reach: 'own' }] })
  const named = (name: string) =>
    many
      .filter((one) => one.name === name)
      .map(({ id }) => id)
      .toSorted((a, b) => b.localeCompare(a))
  const found: string[] = []
  for (let after: string | undefined, pages = 0; pages < 20; pages++) {
    const { body } = await southern.call(contract.listCases, { list: 'all', q: 'vu', limit: 50, after })
    found.push(...body.cases.map(({ id }) => id))
    if (body.next === null) break
    after = body.next
  }
  expect(found).toEqual(named('Vũ Chung'))
  for (const q of ['hiem', 'doan ho', 'đoàn hiếm hoi']) {
    const { body } = await southern.call(contract.listCases, { list: 'all', q })
    expect(
      body.cases.map(({ id }) => id),
      q,
    ).toEqual(named('Đoàn Hiếm Hoi'))
  }
})
