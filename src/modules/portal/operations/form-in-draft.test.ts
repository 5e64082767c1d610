import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as cases from '#modules/cases/contract.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { aCitizen, both, formOf, goodAnswers, nextVersion, publishedForm, sampleForm } from '#testing/citizens.ts'
import { buildProcedure, buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
let procedure: string
let form: Awaited<ReturnType<typeof publishedForm>>
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  procedure = await buildProcedure(api, {
    papers: [
      { code: 'to-khai', name: both('Tờ khai'), forms: ['original'] },
      { code: 'khac', name: both('Giấy khác'), forms: ['original'], required: false },
    ],
  })
  form = await publishedForm(api, { ...sampleForm(), paper: 'to-khai' }, [procedure])
})
afterAll(() => api.close())

const WHOLE = { actingFor: 'self', 'subject.name': 'Nguyễn Thị Thử', 'subject.phone': '0912345678' }

async function begun(who: Caller, fields: Record<string, unknown> = {}, procedureCode = procedure): Promise<string> {
  const { body } = await done(who.call(contract.beginDraft, { procedureCode, unitId: ward.one }))
  await keep(who, body.id, fields)
  return body.id
}

async function keep(who: Caller, draftId: string, fields: Record<string, unknown>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await done(who.call(contract.keepField, { draftId, name, value }))
}

const inForm = (answers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [`form.${name}`, value]))

const shown = async (who: Caller, draftId: string) => (await done(who.call(contract.getDraft, { draftId }))).body

async function officers(code: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from cases."case" where code = ${code}`.execute(api.db)
  return rows[0]?.id ?? ''
}

test('an application is written on the version in force; its answers are kept one by one, right or wrong, with that version', async () => {
  const who = await aCitizen(api)
  const draftId = await begun(who, { ...WHOLE, ...inForm({ ho_ten: 'Trần Văn Thử', so_dinh_danh: 'chưa nhớ' }) })
  const draft = await shown(who, draftId)
  expect(draft.forms[0]).toMatchObject({
    code: form.code,
    versionId: form.versionId,
    hash: form.hash,
    answers: { ho_ten: 'Trần Văn Thử', so_dinh_danh: 'chưa nhớ' },
    shownSteps: ['nguoi-khai', 'noi-dung'],
  })
  expect(draft.formsOutdated).toBe(false)
  // The form is the paper that the procedure lists: nobody is asked for it twice.
  expect(draft.procedure.papers.map(({ code }) => code)).toEqual(['khac'])
  expect(draft.troubles.find(({ field }) => field === 'form.so_dinh_danh')).toMatchObject({
    code: 'forms/bad-identity-number',
    label: both('Số định danh'),
  })
  await keep(who, draftId, inForm({ co_hang: true }))
  expect((await shown(who, draftId)).forms[0]?.shownSteps).toEqual(['nguoi-khai', 'noi-dung', 'hang-hoa'])
})

test('two devices that begin at the same moment write on one application', async () => {
  const who = await aCitizen(api)
  const ids = await Promise.all(Array.from({ length: 6 }, () => begun(who)))
  expect(new Set(ids).size).toBe(1)
})

test('the address of sign-in is offered as the contact, and what is known of the applicant to the form', async () => {
  const who = await aCitizen(api)
  const draftId = await begun(who, { actingFor: 'self', 'subject.name': 'Trần Văn Thử' })
  const self = await shown(who, draftId)
  expect(self.fields['subject.phone']).toBe(who.phone)
  expect(self.forms[0]?.known).toEqual({ name: 'Trần Văn Thử', phone: who.phone })
  await keep(who, draftId, {
    actingFor: 'organisation',
    'subject.taxCode': '0312345678',
    'representative.name': 'Lê Thị Đại Diện',
  })
  const { fields, forms } = await shown(who, draftId)
  expect(fields['representative.phone']).toBe(who.phone)
  expect(forms[0]?.known).toEqual({ name: 'Lê Thị Đại Diện', phone: who.phone, taxCode: '0312345678' })
})

test('handed in, the case keeps version, hash and values; the printed form is its paper; an officer reads both', async () => {
  const who = await aCitizen(api)
  const draftId = await begun(who, { ...WHOLE, ...inForm(goodAnswers()) })
  // Answered, and then not asked any more: it stays in the draft and is not handed in.
  await keep(who, draftId, inForm({ viec: 'moi' }))
  const { body } = await done(who.call(contract.fileDraft, { draftId }))
  const caseId = await officers(body.caseCode)
  const { body: read } = await done(ward.officer.call(cases.listFilledForms, { caseId }))
  const [filled] = read.forms
  expect(filled).toMatchObject({
    code: form.code,
    versionId: form.versionId,
    hash: form.hash,
    answers: { ho_ten: 'Nguyễn Thị Thử', so_dinh_danh: '077185001234', viec: 'moi' },
  })
  expect(filled?.answers).not.toHaveProperty('ly_do')
  expect(filled?.steps[0]).toMatchObject({
    code: 'nguoi-khai',
    blocks: expect.arrayContaining([{ kind: 'line', label: 'Họ tên người khai', value: 'Nguyễn Thị Thử' }]),
  })
  const { body: one } = await done(ward.officer.call(cases.getCase, { caseId }))
  expect(one.hasForm).toBe(true)
  expect(one.missingPapers).toEqual([])
  const paper = one.papers.find(({ code }) => code === 'to-khai')
  expect(paper?.file).toMatchObject({ mediaType: 'application/pdf' })
  const file = await ward.officer.fetch(`/api/cases/${caseId}/papers/${paper?.id}/file`)
  expect(await file.text()).toMatch(/^%PDF-1/)
  expect((await ward.stranger.call(cases.listFilledForms, { caseId })).problem?.code).toBe('cases/not-found')
  // The citizen may still take home what was handed in.
  expect((await who.fetch(`/api/portal/drafts/${draftId}/printed`)).status).toBe(200)
})

test('with one answer wrong nothing is handed in, and the refusal names the answer', async () => {
  const who = await aCitizen(api)
  const draftId = await begun(who, { ...WHOLE, ...inForm({ ...goodAnswers(), nam: 1980 }) })
  const { problem } = await who.call(contract.fileDraft, { draftId })
  expect(problem?.errors).toEqual([expect.objectContaining({ path: 'form.nam', code: 'forms/check' })])
  expect((await shown(who, draftId)).state).toBe('open')
  const { rows } = await sql`select from cases.filled_form where answers ->> 'nam' = '1980'`.execute(api.db)
  expect(rows).toEqual([])
})

test('files put into the form become papers of the case', async () => {
  const who = await aCitizen(api)
  const code = await buildProcedure(api, {
    papers: [{ code: 'ban-ve', name: both('Bản vẽ'), forms: ['electronic'] }],
  })
  await publishedForm(
    api,
    formOf([
      { kind: 'files', name: 've', label: both('Bản vẽ thiết kế'), paper: 'ban-ve', required: true },
      { kind: 'files', name: 'anh_chup', label: both('Ảnh chụp') },
    ]),
    [code],
  )
  const draftId = await begun(who, WHOLE, code)
  const png = await picture(who)
  const foreign = await picture(await aCitizen(api))
  const stolen = { draftId, name: 'form.ve', value: [{ fileId: foreign, name: 'a.png' }] }
  expect((await who.call(contract.keepField, stolen)).problem).toMatchObject({
    status: 404,
    code: 'portal/unknown-file',
  })
  const { rows: logged } = await sql`select from platform.audit
    where actor_id = ${who.actorId} and outcome = 'portal/unknown-file'`.execute(api.db)
  expect(logged).toHaveLength(1)
  await keep(
    who,
    draftId,
    inForm({ ve: [{ fileId: png, name: 've.png' }], anh_chup: [{ fileId: png, name: 'a.png' }] }),
  )
  const { body } = await done(who.call(contract.fileDraft, { draftId }))
  const { body: one } = await done(ward.officer.call(cases.getCase, { caseId: await officers(body.caseCode) }))
  expect(one.papers.map(({ code: paper }) => paper).toSorted()).toEqual(['ban-ve', 'other-anh-chup', 'other-to-khai'])
})

async function picture(who: Caller): Promise<string> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer()
  return who.upload('a.png', 'image/png', new Uint8Array(bytes))
}

test('an organisation is known by its kind and tax code, and its representative brings the proof', async () => {
  const who = await aCitizen(api)
  const draftId = await begun(who, { ...WHOLE, ...inForm(goodAnswers()), actingFor: 'organisation' })
  const fields = async () => (await shown(who, draftId)).troubles.map(({ field }) => field)
  expect(await fields()).toEqual([
    'subject.kind',
    'subject.taxCode',
    'representative.name',
    'representative.ground',
    'representative.proof',
  ])
  await keep(who, draftId, { 'subject.kind': 'enterprise', 'subject.taxCode': '0312345678' })
  expect((await shown(who, draftId)).troubles).toContainEqual(
    expect.objectContaining({ field: 'subject.taxCode', code: 'cases/bad-tax-code' }),
  )
  await keep(who, draftId, {
    'subject.taxCode': '0100109106',
    'representative.name': 'Lê Thị Đại Diện',
    'representative.ground': 'Giám đốc',
    'representative.proof': { fileId: await picture(who), name: 'uy-quyen.png' },
  })
  expect(await fields()).toEqual([])
  const { body } = await done(who.call(contract.fileDraft, { draftId }))
  const { body: one } = await done(ward.officer.call(cases.getCase, { caseId: await officers(body.caseCode) }))
  expect(one.parties).toEqual([
    expect.objectContaining({ role: 'subject', kind: 'enterprise', taxCode: '0100109106' }),
    expect.objectContaining({ role: 'representative', name: 'Lê Thị Đại Diện', ground: 'Giám đốc' }),
  ])
  expect(one.papers.map(({ code }) => code).toSorted()).toEqual(['other-dai-dien', 'to-khai'])
})

describe('a new version while an application is open', () => {
  const before = () =>
    formOf([
      { kind: 'person-name', name: 'ho_ten', label: both('Họ tên'), required: true },
      { kind: 'text', name: 'ghi_chu', label: both('Ghi chú') },
      { kind: 'text', name: 'bo_di', label: both('Mục bỏ') },
    ])
  const after = () =>
    formOf([
      { kind: 'person-name', name: 'ho_ten', label: both('Họ tên'), required: true },
      { kind: 'text', name: 'y_kien', label: both('Ý kiến'), formerly: ['ghi_chu'] },
      { kind: 'text', name: 'ly_do', label: both('Lý do'), required: true },
    ])

  test('the answers go along, what has no place is put aside, and each change is told at its field', async () => {
    const who = await aCitizen(api)
    const code = await buildProcedure(api, { papers: [] })
    const first = await publishedForm(api, before(), [code])
    const draftId = await begun(
      who,
      { ...WHOLE, ...inForm({ ho_ten: 'Trần Văn Thử', ghi_chu: 'Giữ lại', bo_di: 'Cũng giữ' }) },
      code,
    )
    const second = await nextVersion(api, first.code, after(), [code])
    expect((await shown(who, draftId)).formsOutdated).toBe(true)
    const early = await who.call(contract.fileDraft, { draftId })
    expect(early.problem).toMatchObject({ status: 409, code: 'portal/form-changed' })
    const { body: moved } = await done(who.call(contract.beginDraft, { procedureCode: code }))
    expect(moved.forms[0]).toMatchObject({
      versionId: second.versionId,
      hash: second.hash,
      answers: { ho_ten: 'Trần Văn Thử', y_kien: 'Giữ lại' },
      aside: { bo_di: 'Cũng giữ' },
    })
    expect(moved.forms[0]?.notices).toEqual([
      { field: 'bo_di', label: both('Mục bỏ'), what: 'removed' },
      { field: 'y_kien', label: both('Ý kiến'), what: 'renamed' },
      { field: 'ly_do', label: both('Lý do'), what: 'new' },
    ])
    // A page that is still open on the earlier version, on another device.
    const late = (name: string, value: string) =>
      done(who.call(contract.keepField, { draftId, name: `form.${name}`, value, versionId: first.versionId }))
    expect((await late('ghi_chu', 'Viết sau')).body.formVersionId).toBe(second.versionId)
    await late('bo_di', 'Viết thêm')
    expect((await shown(who, draftId)).forms[0]).toMatchObject({
      answers: { ho_ten: 'Trần Văn Thử', y_kien: 'Viết sau' },
      aside: { bo_di: 'Viết thêm' },
    })
    // A third version asks again what the second left out: the answer is back.
    await sql`update forms.version set valid_from = valid_from - 1, valid_to = valid_to - 1 where form_id in (
      select id from forms.form where code = ${first.code})`.execute(api.db)
    await nextVersion(
      api,
      first.code,
      formOf([...(after().steps[0]?.fields ?? []), ...(before().steps[0]?.fields.slice(2) ?? [])]),
      [code],
    )
    const { body: third } = await done(who.call(contract.beginDraft, { procedureCode: code }))
    expect(third.forms[0]).toMatchObject({ answers: { bo_di: 'Viết thêm', y_kien: 'Viết sau' }, aside: {} })
    await keep(who, draftId, inForm({ ly_do: 'Đủ rồi' }))
    await done(who.call(contract.fileDraft, { draftId }))
  })
})

describe('a procedure with several forms', () => {
  const first = () =>
    formOf([
      { kind: 'person-name', name: 'ho_ten', label: both('Họ tên'), required: true, known: 'name' },
      { kind: 'text', name: 'ghi_chu', label: both('Ghi chú') },
    ])
  const second = () =>
    formOf(
      [
        { kind: 'text', name: 'ghi_chu', label: both('Ghi chú của cam kết') },
        { kind: 'number', name: 'dien_tich', label: both('Diện tích'), required: true },
        { kind: 'files', name: 've', label: both('Bản vẽ') },
      ],
      { title: both('Bản cam kết'), paper: 'cam-ket' },
    )

  test('the application holds each of them, names that are the same apart; the case keeps and prints each', async () => {
    const who = await aCitizen(api)
    const code = await buildProcedure(api, {
      papers: [{ code: 'cam-ket', name: both('Cam kết'), forms: ['original'] }],
    })
    const one = await publishedForm(api, first(), [code])
    const other = await publishedForm(api, second(), [code])
    const draftId = await begun(who, WHOLE, code)
    const forms = async () => (await shown(who, draftId)).forms
    expect((await forms()).map(({ code: of, mark }) => [of, mark])).toEqual([
      [one.code, ''],
      [other.code, other.code],
    ])
    // The second form is the paper that the procedure lists.
    expect((await shown(who, draftId)).procedure.papers).toEqual([])
    const { code: mark, versionId } = other
    await keep(who, draftId, { 'form.ho_ten': 'Trần Văn Thử', 'form.ghi_chu': 'một', [`form.ghi_chu@${mark}`]: 'hai' })
    // As a page sends it: the version says which form is meant.
    await done(who.call(contract.keepField, { draftId, name: 'form.dien_tich', value: 'mười', versionId }))
    const [, wrong] = [await forms(), (await shown(who, draftId)).troubles]
    expect(wrong.map(({ field }) => field)).toContain(`form.dien_tich@${mark}`)
    const early = await who.call(contract.fileDraft, { draftId })
    expect(early.problem?.errors).toEqual([expect.objectContaining({ path: `form.dien_tich@${mark}` })])
    await done(who.call(contract.keepField, { draftId, name: 'form.dien_tich', value: 10, versionId }))
    const file = { fileId: await picture(who), name: 've.png' }
    await keep(who, draftId, { [`form.ve@${mark}`]: [file] })
    expect((await forms()).map(({ answers }) => answers)).toEqual([
      { ho_ten: 'Trần Văn Thử', ghi_chu: 'một' },
      { ghi_chu: 'hai', dien_tich: 10, ve: [file] },
    ])
    const { body: read } = await done(who.call(contract.readDraft, { draftId }))
    expect(read.forms.map(({ code: of }) => of)).toEqual([one.code, other.code])
    expect((await who.fetch(`/api/portal/drafts/${draftId}/printed?form=${other.code}`)).status).toBe(200)
    expect((await who.fetch(`/api/portal/drafts/${draftId}/printed?form=khong-co`)).status).toBe(404)

    const { body } = await done(who.call(contract.fileDraft, { draftId }))
    const caseId = await officers(body.caseCode)
    const { body: kept } = await done(ward.officer.call(cases.listFilledForms, { caseId }))
    expect(kept.forms).toMatchObject([
      { code: one.code, hash: one.hash, answers: { ho_ten: 'Trần Văn Thử', ghi_chu: 'một' } },
      { code: other.code, hash: other.hash, answers: { ghi_chu: 'hai', dien_tich: 10 } },
    ])
    const { body: whole } = await done(ward.officer.call(cases.getCase, { caseId }))
    expect(whole.papers.map((paper) => paper.code).toSorted()).toEqual(['cam-ket', 'other-to-khai', 'other-ve'])
  })

  test('a form that comes later is taken in, one changes alone, and one that is used no more leaves its answers aside', async () => {
    const who = await aCitizen(api)
    const code = await buildProcedure(api, { papers: [] })
    const one = await publishedForm(api, first(), [code])
    const draftId = await begun(who, { ...WHOLE, ...inForm({ ho_ten: 'Trần Văn Thử', ghi_chu: 'một' }) }, code)
    const other = await publishedForm(api, second(), [code])
    expect((await shown(who, draftId)).formsOutdated).toBe(true)
    const again = async () => (await done(who.call(contract.beginDraft, { procedureCode: code }))).body
    expect((await again()).forms.map(({ versionId }) => versionId)).toEqual([one.versionId, other.versionId])
    await keep(who, draftId, { [`form.ghi_chu@${other.code}`]: 'hai', [`form.dien_tich@${other.code}`]: 5 })
    const without = formOf([{ kind: 'number', name: 'dien_tich', label: both('Diện tích'), required: true }])
    const moved = await nextVersion(api, other.code, without, [code])
    expect((await again()).forms).toMatchObject([
      { versionId: one.versionId, answers: { ho_ten: 'Trần Văn Thử', ghi_chu: 'một' }, notices: [] },
      {
        versionId: moved.versionId,
        answers: { dien_tich: 5 },
        aside: { ghi_chu: 'hai' },
        notices: expect.arrayContaining([{ field: 'ghi_chu', label: both('Ghi chú của cam kết'), what: 'removed' }]),
      },
    ])
    // The first is of another procedure from now on.
    await nextVersion(api, one.code, first(), [await buildProcedure(api, { papers: [] })])
    const left = await again()
    expect(left.forms).toMatchObject([{ versionId: moved.versionId, answers: { dien_tich: 5 } }])
    const { rows } = await sql<{ name: string }>`select name from portal.draft_field
      where draft_id = ${draftId} and name like 'aside.%' order by name`.execute(api.db)
    expect(rows.map(({ name }) => name)).toEqual(['aside.ghi_chu', `aside.ghi_chu@${other.code}`, 'aside.ho_ten'])
    await done(who.call(contract.fileDraft, { draftId }))
  })
})

describe('hostile answers', () => {
  const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  /** One field of every kind that takes an answer. */
  const KINDS = sampleForm().steps.flatMap(({ fields }) => fields)

  /** Everything of an application that is kept. */
  const stateOf = async (draftId: string) =>
    (
      await sql<{ name: string; value: unknown }>`select name, value from portal.draft_field
        where draft_id = ${draftId} order by name`.execute(api.db)
    ).rows

  test('names that the form does not have, and those every object has, are refused and nothing changes', async () => {
    const who = await aCitizen(api)
    const draftId = await begun(who, inForm({ ho_ten: 'Trần Văn Thử' }))
    const before = await stateOf(draftId)
    for (const name of ['form.constructor', 'form.__proto__', 'form.toString', 'form.', 'form.ho_ten.x', 'aside.x'])
      expect((await who.call(contract.keepField, { draftId, name, value: 'x' })).problem).toMatchObject({
        status: 400,
        code: 'portal/unknown-field-name',
      })
    const raw = (body: string) =>
      who.fetch(`/api/portal/drafts/${draftId}/fields`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      })
    for (const value of [
      '{"unitId":null,"place":"x","__proto__":{"line":"y"}}',
      '{"place":"x","constructor":{"prototype":{"a":1}}}',
      '{"place":"x","line":{"length":1}}',
    ])
      expect([400, 422]).toContain((await raw(`{"name":"form.noi_o","value":${value}}`)).status)
    for (const row of ['{"__proto__":{"ten":"x"}}', '{"constructor":"x"}', '{"ten":{"toString":"x"}}', '[]', '"x"'])
      expect([400, 422]).toContain((await raw(`{"name":"form.hang","value":[${row}]}`)).status)
    expect(await stateOf(draftId)).toEqual(before)
    expect(({} as Record<string, unknown>).line).toBeUndefined()
  })

  test('ten megabytes, bombs of nesting and lists without end are refused soon, and nothing changes', async () => {
    const who = await aCitizen(api)
    const draftId = await begun(who, inForm({ ho_ten: 'Trần Văn Thử' }))
    const before = await stateOf(draftId)
    const bomb = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`
    const bodies: readonly (readonly [string, string, number[]])[] = [
      ['ho_ten', JSON.stringify('a'.repeat(10 * 1024 * 1024)), [413]],
      ['ho_ten', JSON.stringify('a'.repeat(20_001)), [422]],
      ['ly_do', bomb('[', ']', 500_000), [400, 422]],
      ['noi_o', bomb('{"place":', '}', 200_000), [400, 422]],
      ['hang', bomb('[', ']', 500_000), [400, 422]],
      ['hang', JSON.stringify(Array.from({ length: 5001 }, () => ({}))), [422]],
      ['giay_to', JSON.stringify(Array.from({ length: 100_000 }, () => 'a')), [422]],
      ['tep', JSON.stringify(Array.from({ length: 100_000 }, () => ({}))), [422]],
      ['noi_o', JSON.stringify({ place: 'a'.repeat(1_000_000) }), [422]],
      ['hang', JSON.stringify([{ ten: 'a'.repeat(1_000_000) }]), [422]],
    ]
    for (const [name, value, statuses] of bodies) {
      const started = performance.now()
      const { status } = await who.fetch(`/api/portal/drafts/${draftId}/fields`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: `{"name":"form.${name}","value":${value}}`,
      })
      expect(statuses, `${name} ${value.slice(0, 20)}`).toContain(status)
      expect(performance.now() - started).toBeLessThan(3000)
    }
    expect(await stateOf(draftId)).toEqual(before)
  })

  test('texts made to blow up patterns are judged as soon as any other', async () => {
    const who = await aCitizen(api)
    const draftId = await begun(who)
    const blowUps = [
      'a@'.repeat(9_000),
      `${'a'.repeat(19_000)}!`,
      `0${'9'.repeat(19_000)}x`,
      `${' '.repeat(19_000)}x`,
      '('.repeat(19_000),
    ]
    for (const text of blowUps) {
      for (const { name, kind, value } of KINDS)
        if (value === null && TEXTS.has(kind)) await keep(who, draftId, { [`form.${name}`]: text })
      const started = performance.now()
      expect((await shown(who, draftId)).troubles.length).toBeGreaterThan(0)
      expect(performance.now() - started).toBeLessThan(1500)
    }
  })
  const TEXTS = new Set([
    'text',
    'paragraph',
    'person-name',
    'identity-number',
    'tax-code',
    'phone',
    'email',
    'code',
    'time',
    'day',
  ])

  test('script in a field of every kind is kept as text or refused, and harmless in the draft, in words, in PDF and in Word', async () => {
    const who = await aCitizen(api)
    const draftId = await begun(who, WHOLE)
    const asked = KINDS.filter(({ kind }) => !['heading', 'note', 'signature'].includes(kind))
    for (const { name, kind, value } of asked) {
      const hostile: Record<string, unknown> = {
        table: [{ ten: MARKUP, so_luong: MARKUP }],
        address: { unitId: null, place: MARKUP, line: MARKUP },
        unit: { unitId: MARKUP, place: MARKUP },
        choices: [MARKUP],
      }
      const { status } = await who.call(contract.keepField, {
        draftId,
        name: `form.${name}`,
        value: hostile[kind] ?? MARKUP,
      })
      // A file is refused by its shape, and a formula's field takes no answer.
      expect(status, name).toBe(kind === 'files' || value !== null ? 422 : 200)
    }
    await keep(who, draftId, inForm({ co_hang: true, viec: 'doi' }))
    const draft = await shown(who, draftId)
    expect(draft.forms[0]?.answers).toMatchObject({ ly_do: MARKUP, noi_o: { place: MARKUP }, hang: [{ ten: MARKUP }] })
    const { body: read } = await done(who.call(contract.readDraft, { draftId }))
    expect(read.forms[0]?.steps.flatMap(({ blocks }) => blocks)).toContainEqual({
      kind: 'line',
      label: 'Lý do',
      value: MARKUP,
    })
    const pdf = await who.fetch(`/api/portal/drafts/${draftId}/printed`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(await pdf.text()).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/OpenAction/)
    const word = await who.fetch(`/api/portal/drafts/${draftId}/printed?as=docx`)
    const { unzipSync, strFromU8 } = await import('fflate')
    const parts = unzipSync(new Uint8Array(await word.arrayBuffer()))
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(document).toContain('&lt;script&gt;')
    expect(document).not.toContain('<script>')
    expect(Object.keys(parts).filter((part) => /vba|macro|embeddings/i.test(part))).toEqual([])
  })

  test('what a formula gives cannot be given by anybody; what is not asked does not reach the case', async () => {
    const who = await aCitizen(api)
    const draftId = await begun(who, { ...WHOLE, ...inForm(goodAnswers()) })
    for (const name of ['le_phi', 'tong'])
      expect((await who.call(contract.keepField, { draftId, name: `form.${name}`, value: 1 })).problem).toMatchObject({
        status: 422,
        code: 'portal/answer-computed',
      })
    const forged = { ten: 'Gạo', so_luong: 2, don_gia: 1000, thanh_tien: 1 }
    expect((await who.call(contract.keepField, { draftId, name: 'form.hang', value: [forged] })).problem).toMatchObject(
      {
        status: 422,
        code: 'portal/answer-computed',
      },
    )
    // Nobody is asked for a guardian of a grown person: such an answer stays in the draft, where it may have been typed before.
    await keep(who, draftId, inForm({ giam_ho: 'Kẻ Giả' }))
    await keep(who, draftId, inForm({ hang: [{ ten: 'Gạo', so_luong: 2, don_gia: 1000 }] }))
    const { body } = await done(who.call(contract.fileDraft, { draftId }))
    const { body: read } = await done(
      ward.officer.call(cases.listFilledForms, { caseId: await officers(body.caseCode) }),
    )
    const [filled] = read.forms
    expect(filled?.answers).toMatchObject({ hang: [{ thanh_tien: 2000 }], le_phi: 20_000 })
    expect(filled?.answers).not.toHaveProperty('giam_ho')
  })

  test('an answer typed on a version of another form, or of none, is refused', async () => {
    const who = await aCitizen(api)
    const draftId = await begun(who)
    const versionId = ward.one
    const none = await who.call(contract.keepField, { draftId, name: 'form.ho_ten', value: 'x', versionId })
    expect(none.problem).toMatchObject({ status: 404, code: 'forms/unknown-version' })
  })
})
