import fc from 'fast-check'
import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { fold } from '#kernel/text.ts'
import type { Standing } from '#modules/cases/domain/lists.ts'
import { BUSINESS_STATES, type BusinessState } from '#modules/cases/domain/words.ts'
import * as units from '#modules/organisation/contract.ts'
import type { TestApi } from './api.ts'

/** A province with two wards and a department, another province with a ward. */
export type Place = Readonly<Record<'province' | 'north' | 'south' | 'department' | 'other' | 'far', string>>

export async function buildPlace(api: TestApi): Promise<Place> {
  const under = (key: string) => ({ parent: { key } })
  const { body, problem } = await api.root.call(units.applyChange, {
    effectiveOn: '2025-07-01',
    acts: [
      {
        kind: 'create',
        to: [
          { key: 'province', code: '91', name: 'Tỉnh Thử', kind: 'province', level: 'province' },
          { key: 'north', code: '90001', name: 'Phường Bắc', kind: 'ward', level: 'commune', ...under('province') },
          { key: 'south', code: '90002', name: 'Phường Nam', kind: 'ward', level: 'commune', ...under('province') },
          {
            key: 'department',
            code: '91-NV',
            name: 'Sở Nội vụ',
            kind: 'department',
            level: 'province',
            ...under('province'),
          },
          { key: 'other', code: '92', name: 'Tỉnh Khác', kind: 'province', level: 'province' },
          { key: 'far', code: '90003', name: 'Phường Xa', kind: 'ward', level: 'commune', ...under('other') },
        ],
      },
    ],
  })
  if (!body) throw new Error(`The units were refused: ${JSON.stringify(problem)}`)
  return body.created as Place
}

export type MadeCase = Standing & {
  readonly id: string
  readonly code: string | null
  readonly name: string
  readonly identity: string | null
  readonly phone: string | null
  readonly endedAt: Date | null
  readonly procedureCode: string
}

const CLOSED: readonly BusinessState[] = ['refused', 'withdrawn', 'stopped', 'decided', 'returned']

/** A case as SQL needs it: everything that is not said is plain. */
export function madeCase(given: Partial<MadeCase> & Pick<MadeCase, 'units' | 'business'>): MadeCase {
  const received = given.business !== 'draft' && given.business !== 'submitted'
  return {
    id: newId(),
    code: received ? `H91.1-261130-${String(++serial).padStart(4, '0')}` : null,
    name: 'Nguyễn Văn An',
    identity: null,
    phone: null,
    assigneeId: null,
    dueAt: null,
    asked: [],
    unanswered: [],
    letterWaits: false,
    endedAt: CLOSED.includes(given.business) ? new Date('2026-11-20T03:00:00Z') : null,
    procedureCode: '1.000001',
    ...given,
  }
}
let serial = 0

/** Any case between the units and accounts, with due moments around `now`. */
export const anyCase = (
  unitIds: readonly string[],
  accountIds: readonly string[],
  now: Date,
): fc.Arbitrary<MadeCase> => {
  const unit = fc.constantFrom(...unitIds)
  const hours = fc.integer({ min: -80, max: 200 })
  // Never at `now` itself, which is past before anybody asks.
  const near = hours.map((count) => new Date(now.getTime() + count * 3_600_000 + 1_800_000))
  return fc
    .record({
      holder: unit,
      competent: unit,
      received: unit,
      helped: fc.option(unit),
      business: fc.constantFrom(...BUSINESS_STATES),
      assigneeId: fc.option(fc.constantFrom(...accountIds)),
      dueAt: fc.option(near, { freq: 4 }),
      asked: fc.uniqueArray(unit, { maxLength: 2 }),
      answers: fc.boolean(),
      letterWaits: fc.boolean(),
      name: fc.constantFrom('Nguyễn Văn An', 'Trần Thị Mỹ Lệ', 'Lê Hoàng Anh', 'Công ty 36', 'Đặng Quý Hòa'),
      procedureCode: fc.constantFrom('1.000001', '2.000815'),
    })
    .map(({ holder, competent, received, helped, answers, ...rest }) =>
      madeCase({
        ...rest,
        units: { holder, competent, received, helped },
        unanswered: rest.asked.slice(answers ? 1 : 0),
      }),
    )
}

/** Puts cases in as the owner, where no operation could make them so. */
export async function putCases(api: TestApi, cases: readonly MadeCase[]): Promise<void> {
  for (const made of cases) await putCase(api, made)
}

async function putCase({ db }: TestApi, made: MadeCase): Promise<void> {
  const { units: of, business } = made
  const received = made.code === null ? null : new Date('2026-11-10T02:00:00Z')
  await sql`
    insert into cases."case" (id, code, secret, procedure_id, procedure_code, procedure_name, procedure_version_id, field_code,
      process_version_id, title, helped_unit_id, received_unit_id, competent_unit_id, unit_id, channel, remote, online_level,
      authentication, business, finance, delivery, sync, assignee_id, answers, term, filed_at, received_at, due_at, ended_at,
      subject_name, subject_identity, subject_phone, search_text, version, created_at, changed_at)
    values (${made.id}, ${made.code}, 'AB12', ${newId()}, ${made.procedureCode}, 'Đăng ký khai sinh', ${newId()}, 'ho-tich', ${newId()},
      'Đăng ký khai sinh', ${of.helped}, ${of.received}, ${of.competent}, ${of.holder}, 'counter', false, 'none', 'none', ${business},
      'none', 'none', 'none', ${made.assigneeId}, '{}', '{"amount":5,"unit":"working-days","rule":"days"}', '2026-11-10T02:00:00Z',
      ${received}, ${made.dueAt}, ${made.endedAt}, ${made.name}, ${made.identity}, ${made.phone},
      ${fold(`${made.code ?? ''} ${made.name}`)}, 1, '2026-11-10T02:00:00Z', '2026-11-10T02:00:00Z')`.execute(db)
  await sql`
    insert into cases.party (id, case_id, role, kind, name, identity_number, phone)
    values (${newId()}, ${made.id}, 'subject', 'person', ${made.name}, ${made.identity}, ${made.phone})`.execute(db)
  if (made.letterWaits)
    await sql`insert into cases.talk (case_id, waits_since, due_at) values (${made.id}, now(), now())`.execute(db)
  for (const unitId of made.asked) {
    const answered = made.unanswered.includes(unitId) ? null : new Date('2026-11-12T02:00:00Z')
    await sql`insert into cases.asked (case_id, unit_id) values (${made.id}, ${unitId})`.execute(db)
    await sql`
      insert into cases.opinion (id, case_id, step_id, unit_id, question, asked_by, asked_by_name, asked_at, answered_at)
      values (${newId()}, ${made.id}, 'tham-dinh', ${unitId}, 'Có đồng ý không?', ${newId()}, 'Người hỏi', '2026-11-11T02:00:00Z',
        ${answered})`.execute(db)
  }
}

export async function clearCases({ db }: TestApi): Promise<void> {
  await sql`truncate cases."case" cascade`.execute(db)
}
