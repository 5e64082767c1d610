import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import * as units from '#modules/organisation/contract.ts'
import type { TestApi } from './api.ts'
import { cityOf, wardOf } from './city.ts'

type Row = {
  readonly competentUnitId: string
  readonly receivedUnitId: string
  readonly unitId: string
  readonly channel: string
  readonly remote: boolean
  readonly onlineLevel: string
  readonly authentication: string
  readonly business: string
  readonly finance: string
  readonly sync: string
  readonly fieldCode: string
  readonly procedureCode: string
  readonly receivedAt: string | null
  readonly firstDueAt: string | null
  readonly dueAt: string | null
  readonly endedAt: string | null
  readonly onTime: boolean | null
  readonly feeTotalVnd: number
  readonly paidVnd: number
  readonly paidOnline: boolean
  readonly supplements: number
}

/** Rows of cases as acts would leave them, for tests of counting alone: a city with wards a, b and one that gives way to its heir on 1 July 2026. */
export type CaseRows = {
  readonly city: string
  readonly a: string
  readonly b: string
  readonly old: string
  readonly heir: string
  insert(row: Partial<Row>): Promise<string>
  change(id: string, row: Partial<Row>): Promise<void>
}

const CONTENT = {
  name: { vi: 'Thủ tục thử', en: 'Test procedure' },
  fieldCode: 'thu',
  onlineLevel: 'full',
  levels: ['commune'],
  applicants: ['citizen'],
  channels: ['counter', 'online', 'post'],
  steps: { vi: '', en: '' },
  requirements: { vi: '', en: '' },
  papers: [],
  results: [{ code: 'kq', name: { vi: 'Giấy', en: 'Paper' }, written: true }],
  fees: [],
  terms: [{ term: { amount: 5, unit: 'working-days' } }],
  legalBasis: [{ number: '1/2026', title: 'Thử' }],
}

export async function caseRows(api: TestApi): Promise<CaseRows> {
  const id = await cityOf(api, [
    ['a', '1', 'Phường 1'],
    ['b', '2', 'Phường 2'],
    ['old', '3', 'Phường 3'],
  ])
  const [city = '', a = '', b = '', old = ''] = ['city', 'a', 'b', 'old'].map(id)
  const merged = await api.root.call(units.applyChange, {
    effectiveOn: '2026-07-01',
    acts: [
      {
        kind: 'merge',
        from: [{ unitId: old }],
        to: [wardOf('heir', '4', 'Phường Mới', { unitId: city })],
      },
    ],
  })
  const heir = merged.body.created.heir ?? ''
  const versionId = await insertProcedure(api)
  return {
    city,
    a,
    b,
    old,
    heir,
    insert: async (row) => insertCase(api, versionId, { competentUnitId: a, ...row }),
    change: async (id, row) => changeCase(api, id, row),
  }
}

async function insertProcedure(api: TestApi): Promise<string> {
  const [procedureId, versionId] = [newId(), newId()]
  await sql`insert into procedures.field (code, name_vi, name_en, search_text) values ('thu', 'Thử', 'Test', '')`.execute(
    api.db,
  )
  await sql`insert into procedures.procedure (id, code, created_at, created_by) values (${procedureId}, '1.000001', now(), ${procedureId})`.execute(
    api.db,
  )
  await sql`
    insert into procedures.version (id, procedure_id, number, state, valid_from, content, name_vi, name_en, field_code, online_level,
      demonstration, search_text, published_at, created_at, created_by, changed_at,
      changed_by)
    values (${versionId}, ${procedureId}, 1, 'published', '2020-01-01', ${JSON.stringify(CONTENT)}::jsonb, 'Thủ tục thử', 'Test', 'thu',
      'full', false, '', now(), now(), ${procedureId}, now(), ${procedureId})`.execute(api.db)
  return versionId
}

let made = 0

async function insertCase(api: TestApi, versionId: string, row: Partial<Row>): Promise<string> {
  const id = newId()
  const code = `H29.1-260101-${String(++made).padStart(4, '0')}`
  const unitId = row.competentUnitId ?? ''
  await sql`
    insert into cases."case" (id, code, secret, procedure_id, procedure_code, procedure_name, procedure_version_id, field_code,
      process_version_id, title, received_unit_id, competent_unit_id, unit_id, channel, remote, online_level, authentication, business,
      finance, delivery, sync, answers, term, filed_at, subject_name, search_text, version, created_at, changed_at)
    values (${id}, ${code}, 'ABCD', ${newId()}, '1.000001', 'Thủ tục thử', ${versionId}, 'thu', ${newId()}, 'Thử', ${unitId}, ${unitId},
      ${unitId}, 'counter', false, 'full', 'none', 'received', 'none', 'none', 'none', '{}', '{}', now(), 'Người thử', '', 1, now(),
      now())`.execute(api.db)
  await changeCase(api, id, row)
  return id
}

async function changeCase(api: TestApi, id: string, row: Partial<Row>): Promise<void> {
  if (Object.keys(row).length === 0) return
  const changes = Object.entries(row).map(
    ([key, value]) => sql`${sql.ref(key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))} = ${value}`,
  )
  await sql`update cases."case" set ${sql.join(changes)} where id = ${id}`.execute(api.db)
}
