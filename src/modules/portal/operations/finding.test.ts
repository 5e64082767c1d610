import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import { applyChange, createUnit, placeUnit } from '#modules/organisation/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildProcedure, buildWard, done, received, today, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
let birth: string
let marriage: string

const both = (vi: string, en = vi) => ({ vi, en })
const when = (formula: string) => {
  const parsed = parseFormula(formula)
  if (!('expression' in parsed)) throw new Error(formula)
  return parsed.expression
}

beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  birth = await buildProcedure(api, {
    name: both('Đăng ký khai sinh', 'Birth registration'),
    results: [{ code: 'giay', name: both('Giấy khai sinh', 'Birth certificate') }],
    questions: [{ name: 'authorised', label: both('Người nộp được ủy quyền?'), type: 'boolean' }],
    papers: [
      { code: 'to-khai', name: both('Tờ khai'), forms: ['original'], legalBasis: 'Luật Hộ tịch, Điều 16' },
      { code: 'uy-quyen', name: both('Văn bản ủy quyền'), forms: ['original'], when: when('[authorised]') },
    ],
    fees: [{ code: 'le-phi', kind: 'levy', name: both('Lệ phí'), amountVnd: 8000, validFrom: '2023-01-01' }],
    legalBasis: [{ number: '60/2014/QH13', title: 'Luật </script><script>alert(1)</script>' }],
  })
  marriage = await buildProcedure(api, { name: both('Đăng ký kết hôn', 'Marriage registration'), levels: ['province'] })
})
afterAll(() => api.close())

const codes = async (input: Record<string, unknown>) =>
  (await done(api.anonymous.call(contract.searchServices, input))).body.services.map(({ code }) => code)

test('anybody finds a procedure in plain words, by field, and at a unit that handles it', async () => {
  expect((await codes({ q: 'lam giay khai xinh cho con' }))[0]).toBe(birth)
  expect(await codes({ field: 'ho-tich' })).toEqual(expect.arrayContaining([birth, marriage]))
  expect(await codes({ unitId: ward.one })).toContain(birth)
  expect(await codes({ unitId: ward.one })).not.toContain(marriage)
  const { problem } = await api.anonymous.call(contract.searchServices, { field: 'khong-co' })
  expect(problem).toMatchObject({ status: 404, code: 'portal/unknown-field' })
})

test('a search in vain is counted without its numbers, shown from the third time, and gone once it has a meaning', async () => {
  const editor = api.as({ grants: [{ permission: 'portal:edit', unitId: null, reach: 'subtree' }] })
  const typed = 'đám hỏi 0901234567'
  const shown = async () => (await done(editor.call(contract.listFailedSearches, {}))).body.searches
  for (let time = 0; time < 2; time++) expect(await codes({ q: typed })).toEqual([])
  expect(await shown()).toEqual([])
  await codes({ q: typed })
  expect(await shown()).toMatchObject([{ words: 'dam hoi', times: 3 }])
  const refused = await editor.call(contract.saveSynonym, { said: 'đám hỏi', means: 'xyz qwerty' })
  expect(refused.problem).toMatchObject({ code: 'portal/meaning-finds-nothing' })
  const { body: synonym } = await done(editor.call(contract.saveSynonym, { said: 'Đám hỏi', means: 'đăng ký kết hôn' }))
  expect(await codes({ q: 'dam hoi' })).toContain(marriage)
  expect(await shown()).toEqual([])
  expect((await done(editor.call(contract.listSynonyms, {}))).body.synonyms).toMatchObject([{ said: 'Đám hỏi' }])
  await done(editor.call(contract.removeSynonym, { id: synonym.id }))
  expect((await editor.call(contract.removeSynonym, { id: synonym.id })).problem).toMatchObject({ status: 404 })
})

test('who edits words for one ward alone may not edit them for all', async () => {
  const some = api.as({ grants: [{ permission: 'portal:edit', unitId: ward.one, reach: 'subtree' }] })
  expect((await some.call(contract.saveSynonym, { said: 'a', means: 'b' })).problem).toMatchObject({ status: 403 })
})

test('a life event brings its procedures to the first page', async () => {
  const event = { code: 'sinh-con', name: both('Sinh con', 'A child is born'), place: 1 }
  const wrong = await api.root.call(contract.saveLifeEvent, { ...event, procedures: ['9.999999'] })
  expect(wrong.problem).toMatchObject({ code: 'portal/unknown-service' })
  await done(api.root.call(contract.saveLifeEvent, { ...event, procedures: [birth] }))
  const { body: home } = await done(api.anonymous.call(contract.getHome, {}))
  expect(home.events).toMatchObject([{ code: 'sinh-con', procedures: [birth] }])
  expect(home.fields).toContainEqual(expect.objectContaining({ code: 'ho-tich' }))
  expect(await codes({ event: 'sinh-con' })).toEqual([birth])
})

test('the guide says why each paper is asked, and answers decide', async () => {
  const guide = async (answers: Record<string, boolean>) => {
    const { body } = await done(api.anonymous.call(contract.getGuide, { code: birth, answers, unitId: ward.one }))
    return body
  }
  const open = await guide({})
  expect(open.papers.map(({ state }) => state)).toEqual(['asked', 'depends'])
  expect(open).toMatchObject({
    totalVnd: 8000,
    term: { vi: expect.stringContaining('3 ngày làm việc') },
    unit: { name: 'Phường Một' },
  })
  expect((await guide({ authorised: true })).papers[1]).toMatchObject({ state: 'asked', because: ['authorised'] })
  expect((await guide({ authorised: false })).papers[1]).toMatchObject({ state: 'not-asked' })
  const { problem } = await api.anonymous.call(contract.getGuide, { code: '9.999999' })
  expect(problem).toMatchObject({ status: 404, code: 'portal/unknown-service' })
})

test('places that take cases in stand first', async () => {
  const { body } = await done(api.anonymous.call(contract.listPlaces, { q: 'phuong' }))
  expect(body.places.map(({ name }) => name)).toEqual(expect.arrayContaining(['Phường Một', 'Phường Hai']))
  expect(body.places[0]).toMatchObject({ receives: true })
})

test('the map shows places of today; a ward that is no more says where its people go now', async () => {
  const map = async (input: Record<string, unknown> = {}) =>
    (await done(api.anonymous.call(contract.getPlaceMap, input))).body
  expect((await map({ q: 'phuong' })).frame).toBeNull()
  const point = { accuracy: 'approximate' as const, source: 'Ước lượng' }
  const place = (unitId: string, latitude: number, longitude: number) =>
    done(api.root.call(placeUnit, { unitId, validFrom: today(), point: { ...point, latitude, longitude } }))
  await place(ward.one, 10.35, 107.08)
  await place(ward.two, 10.42, 107.15)
  const whole = await map({ q: 'phuong' })
  expect(whole.marks.map(({ places }) => places.map(({ name }) => name).join()).toSorted()).toEqual([
    'Phường Hai',
    'Phường Một',
  ])
  // Near together they are one mark, which comes apart when looked at closer.
  const far = await map({ q: 'phuong', frame: { south: 5, north: 15, west: 100, east: 112 } })
  expect(far.marks).toHaveLength(1)
  const closer = await map({ q: 'phuong', frame: far.marks[0]?.closer })
  expect(closer.marks).toHaveLength(2)
  expect(await map({ q: 'phuong', frame: { south: 20, north: 21, west: 105, east: 106 } })).toMatchObject({
    marks: [],
    outside: 2,
  })
  const wrong = await api.anonymous.call(contract.getPlaceMap, {
    frame: { south: 11, north: 10, west: 107, east: 108 },
  } as never)
  expect(wrong.problem).toMatchObject({ status: 400 })

  const { body: created } = await done(
    api.root.call(createUnit, {
      name: 'Phường Cũ Kỹ',
      kind: 'ward',
      level: 'commune',
      validFrom: addDays(today(), -30),
    }),
  )
  await done(
    api.root.call(applyChange, {
      effectiveOn: addDays(today(), -1),
      acts: [{ kind: 'merge', from: [{ unitId: created.unitId }], to: [{ unitId: ward.two }] }],
    }),
  )
  const former = { name: 'Phường Cũ Kỹ', until: addDays(today(), -2), now: [{ name: 'Phường Hai', whole: true }] }
  expect(await map({ q: 'cu ky' })).toMatchObject({ marks: [{ places: [{ name: 'Phường Hai' }] }], former: [former] })
  const { body: listed } = await done(api.anonymous.call(contract.listPlaces, { q: 'cu ky' }))
  expect(listed).toMatchObject({ places: [], former: [former] })
  const { body: there } = await done(api.anonymous.call(contract.searchServices, { unitId: ward.two }))
  expect(there.place).toMatchObject({ point: { latitude: 10.42 }, former: [{ name: 'Phường Cũ Kỹ', whole: true }] })
})

test('the map is a picture of links under the same policy, and what is no frame is refused in words', async () => {
  const text = await (await api.anonymous.fetch('/dich-vu/ban-do?q=phuong')).text()
  expect(text).toMatch(new RegExp(`<svg class="map"[^]*href="/dich-vu/noi-tiep-nhan/${ward.one}"`))
  expect(text).not.toContain('style="')
  for (const khung of ['1,2,3', 'a,b,c,d', '10,107,9,108', '1,2,3,4,5'])
    expect((await api.anonymous.fetch(`/dich-vu/ban-do?khung=${khung}`)).status, khung).toBe(400)
  const page = await (await api.anonymous.fetch(`/en/dich-vu/noi-tiep-nhan/${ward.two}`)).text()
  expect(page).toContain('href="geo:10.42,107.15"')
})

test('pages arrive whole, in both languages, under a policy that allows nothing inline', async () => {
  for (const path of [
    '/dich-vu',
    '/dich-vu/tim?q=khai+sinh',
    `/dich-vu/thu-tuc/${birth}`,
    '/dich-vu/noi-tiep-nhan',
    '/dich-vu/ban-do',
    '/tra-cuu',
  ]) {
    for (const prefix of ['', '/en']) {
      const response = await api.anonymous.fetch(`${prefix}${path}`)
      expect(response.status, path).toBe(200)
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
      const text = await response.text()
      expect(text).toContain(`<html lang="${prefix === '' ? 'vi' : 'en'}"`)
      expect(text).not.toContain('<script>')
    }
  }
})

test('the guide speaks to search engines, and nothing in the catalogue ends its element', async () => {
  const text = await (await api.anonymous.fetch(`/dich-vu/thu-tuc/${birth}`)).text()
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? ''
  expect(JSON.parse(data)).toMatchObject({ '@type': 'GovernmentService', name: 'Đăng ký khai sinh', identifier: birth })
  expect(text).not.toContain('<script>alert')
})

test('search engines are told of every public page in both languages, and of nothing else', async () => {
  const { body } = await done(api.anonymous.call(contract.listPublicPages, {}))
  expect(body.services).toContain(birth)
  const robots = await api.anonymous.fetch('/robots.txt')
  expect(robots.headers.get('content-type')).toContain('text/plain')
  const [, address = ''] = /^Sitemap: (\S+)$/m.exec(await robots.text()) ?? []
  const map = await api.anonymous.fetch(new URL(address).pathname)
  expect(map.headers.get('content-type')).toContain('application/xml')
  const told = [...(await map.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname)
  expect(told).toEqual(expect.arrayContaining(['/tra-cuu', '/en/dich-vu', `/dich-vu/thu-tuc/${birth}`]))
  for (const path of told) expect((await api.anonymous.fetch(path)).status, path).toBe(200)
  expect((await api.anonymous.fetch('/en/robots.txt')).headers.get('content-type')).not.toContain('text/plain')
})

test('a page that is not there says so in words, with its status', async () => {
  const response = await api.anonymous.fetch('/en/dich-vu/thu-tuc/9.999999')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('no longer in force')
})

test('a case is followed by a form without script; a wrong secret says only that there is none', async () => {
  const one = await received(ward)
  const post = (secret: string) =>
    api.anonymous.fetch('/tra-cuu', { method: 'POST', body: new URLSearchParams({ code: one.code ?? '', secret }) })
  const right = await post(one.secret ?? '')
  expect(right.status).toBe(200)
  expect(right.headers.get('cache-control')).toBe('no-store')
  expect(await right.text()).toContain('Đăng ký thử')
  const wrong = await post('ZZZZ')
  expect(wrong.status).toBe(404)
  expect(await wrong.text()).not.toContain('Đăng ký thử')
})
