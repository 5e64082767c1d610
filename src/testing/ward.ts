import { sql } from 'kysely'
import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import * as contract from '#modules/cases/contract.ts'
import { applyChange } from '#modules/organisation/contract.ts'
import type { ProcedureContent, Process } from '#modules/procedures/contract.ts'
import { json } from '#server/db.ts'
import type { Caller, TestApi } from './api.ts'

export type Ward = Awaited<ReturnType<typeof buildWard>>
export type Detail = z.output<typeof contract.CaseDetail>

const both = (vi: string) => ({ vi, en: vi })

/** Received → specialist → leader → desk. */
export const PLAIN: z.input<typeof Process> = {
  nodes: [
    { id: 'start', kind: 'start', name: both('Tiếp nhận') },
    { id: 'work', kind: 'work', name: both('Thẩm tra') },
    { id: 'approve', kind: 'approve', name: both('Phê duyệt'), role: 'leader' },
    { id: 'desk', kind: 'return', name: both('Trả kết quả'), holder: { kind: 'received' } },
    { id: 'end', kind: 'end', name: both('Xong') },
  ],
  edges: [
    { from: 'start', to: 'work' },
    { from: 'work', to: 'approve' },
    { from: 'approve', to: 'desk' },
    { from: 'desk', to: 'end' },
  ],
}

const CONTENT: z.input<typeof ProcedureContent> = {
  name: both('Đăng ký thử'),
  fieldCode: 'ho-tich',
  onlineLevel: 'full',
  levels: ['commune'],
  applicants: ['citizen', 'enterprise'],
  channels: ['counter', 'online', 'post'],
  steps: both(''),
  requirements: both(''),
  papers: [{ code: 'to-khai', name: both('Tờ khai'), forms: ['original'] }],
  results: [{ code: 'giay', name: both('Giấy chứng nhận') }],
  fees: [],
  terms: [{ term: { amount: 3, unit: 'working-days', rule: 'days' } }],
  legalBasis: [{ number: '1/2025/NĐ-CP', title: 'Nghị định thử' }],
}

let made = 0

/** A published procedure of everywhere, put straight into the tables of its module; its code. */
export async function buildProcedure(
  api: TestApi,
  content: Partial<z.input<typeof ProcedureContent>> = {},
  process: z.input<typeof Process> = PLAIN,
): Promise<string> {
  const code = `1.${String(100_000 + made++)}`
  const [id, versionId, by, at] = [newId(), newId(), newId(), new Date()]
  const whole = { ...CONTENT, ...content }
  await sql`insert into procedures.field (code, name_vi, name_en, search_text) values ('ho-tich', 'Hộ tịch', 'Civil status', 'ho tich')
    on conflict do nothing`.execute(api.db)
  await sql`insert into procedures.procedure (id, code, created_at, created_by) values (${id}, ${code}, ${at}, ${by})`.execute(
    api.db,
  )
  await sql`insert into procedures.version (id, procedure_id, number, state, valid_from, content, name_vi, name_en, field_code,
      online_level, demonstration, search_text, published_at, published_by, created_at, created_by, changed_at, changed_by)
    values (${versionId}, ${id}, 1, 'published', '2023-01-01', ${json(whole)}, 'Đăng ký thử', 'Test', 'ho-tich',
      'full', false, '', ${at}, ${by}, ${at}, ${by}, ${at}, ${by})`.execute(api.db)
  await sql`insert into procedures.process_version (id, procedure_id, unit_id, number, state, process, published_at, published_by,
      created_at, created_by, changed_at, changed_by)
    values (${newId()}, ${id}, null, 1, 'published', ${json(process)}, ${at}, ${by}, ${at}, ${by}, ${at}, ${by})`.execute(
    api.db,
  )
  return code
}

/** A province with two wards that bear identifiers, a procedure, and an officer and a leader of each ward. */
export async function buildWard(api: TestApi) {
  const tag = `p${made++}`
  const unit = (key: string, name: string) => ({
    key,
    code: `${tag}-${key}`,
    name,
    kind: 'ward' as const,
    level: 'commune' as const,
    parent: { key: 'province' },
  })
  const { body } = await done(
    api.root.call(applyChange, {
      effectiveOn: '2025-07-01',
      acts: [
        {
          kind: 'create',
          to: [
            { key: 'province', code: tag, name: `Tỉnh ${tag}`, kind: 'province', level: 'province' },
            unit('one', 'Phường Một'),
            unit('two', 'Phường Hai'),
          ],
        },
      ],
    }),
  )
  const units = body.created as Record<'province' | 'one' | 'two', string>
  const number = String(10 + made++)
  await setCode(api, units.one, `H${number}.01`)
  await setCode(api, units.two, `H${number}.02`)
  return {
    ...units,
    unitCode: `H${number}.01`,
    procedure: await buildProcedure(api),
    officer: officer(api, units.one),
    leader: leader(api, units.one),
    stranger: officer(api, units.two),
  }
}

const CODE_FROM = '2025-07-01'
async function setCode(api: TestApi, unitId: string, code: string): Promise<void> {
  await sql`insert into cases.unit_code (unit_id, code, valid_from) values (${unitId}, ${code}, ${CODE_FROM})`.execute(
    api.db,
  )
}

/** Someone who reads, receives and processes for a unit and what stands under it. */
export function officer(api: TestApi, unitId: string, more: readonly string[] = []): Caller {
  const permissions = ['cases:read', 'cases:receive', 'cases:process', 'cases:submit', ...more]
  return api.as({
    name: 'Cán bộ thử',
    grants: permissions.map((permission) => ({ permission, unitId, reach: 'subtree' as const })),
  })
}

export function leader(api: TestApi, unitId: string): Caller {
  return officer(api, unitId, ['cases:approve', 'cases:steer'])
}

/** The account of somebody, who holds these permissions at the unit from 2025 on, as whoever looks them up finds it. */
export async function giveAccount(
  api: TestApi,
  accountId: string,
  unitId: string,
  permissions: readonly string[],
): Promise<void> {
  const [roleId, name, at] = [newId(), `thu-${made++}`, new Date()]
  await sql`insert into identity.account (id, sign_in_name, display_name, search_text, kind, unit_id, created_at, last_used_at)
    values (${accountId}, ${name}, 'Cán bộ thử', '', 'personal', ${unitId}, ${at}, ${at})`.execute(api.db)
  await sql`insert into identity.role (id, code, name_vi, name_en, description_vi, description_en)
    values (${roleId}, ${name}, 'Vai trò thử', 'Test role', '', '')`.execute(api.db)
  await sql`insert into identity.role_permission (role_id, permission)
    select ${roleId}, unnest(${[...permissions]}::text[])`.execute(api.db)
  await sql`insert into identity.assignment (id, account_id, role_id, unit_id, reach, valid_from, reason, assigned_at, assigned_by)
    values (${newId()}, ${accountId}, ${roleId}, ${unitId}, 'subtree', '2025-07-01', 'Thử', ${at}, ${accountId})`.execute(
    api.db,
  )
}

export const PERSON = { kind: 'person' as const, name: 'Nguyễn Thị Thử', phone: '0912345678' }
export const PAPER = { code: 'to-khai', form: 'original' as const }

/** The answer, or an error that says what was refused. */
export async function done<T>(asked: Promise<{ body: T; problem: unknown }>): Promise<{ body: T }> {
  const { body, problem } = await asked
  if (problem !== undefined) throw new Error(`Refused: ${JSON.stringify(problem)}`)
  return { body }
}

/** A case received at the counter of the ward. */
export async function received(
  ward: Pick<Ward, 'one' | 'procedure' | 'officer'>,
  more: Record<string, unknown> = {},
): Promise<Detail> {
  const { body } = await done(
    ward.officer.call(contract.receiveNewCase, {
      procedureCode: ward.procedure,
      receivedUnitId: ward.one,
      channel: 'counter',
      subject: PERSON,
      papers: [PAPER],
      ...more,
    }),
  )
  return body
}

/** Which case, in the version last seen. */
export const seen = ({ id, version }: Pick<Detail, 'id' | 'version'>) => ({ caseId: id, version })

/** The case as the acts lead it to a leader. */
export async function atLeader(ward: Ward, more: Record<string, unknown> = {}): Promise<Detail> {
  const one = await received(ward, more)
  return (await done(ward.officer.call(contract.forwardCase, { ...seen(one), note: '' }))).body
}

/** The case, decided. */
export async function decided(ward: Ward, more: Record<string, unknown> = {}): Promise<Detail> {
  const one = await atLeader(ward, more)
  const results = [{ code: 'giay', number: '01/GCN' }]
  return (await done(ward.leader.call(contract.decideCase, { ...seen(one), outcome: 'granted', results }))).body
}

export const today = () => dayAt(new Date())
