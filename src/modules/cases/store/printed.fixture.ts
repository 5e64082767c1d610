import { type RawBuilder, sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import type { Db } from '#server/db.ts'

// Rows of a case as its acts leave them, for tests of what is made from them.

export type KeptCase = {
  readonly caseId: string
  readonly code: string
  readonly secret: string
}

const at = (text: string) => new Date(`${text}+07:00`)
const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`

/** A procedure with one process; the ids of its versions. */
export async function keepProcedure(
  db: Db,
): Promise<{ versionId: string; processVersionId: string; procedureId: string }> {
  const [procedureId, versionId, processVersionId] = [newId(), newId(), newId()]
  const by = newId()
  const content = {
    name: { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân', en: 'Certificate of marital status' },
    fieldCode: 'ho-tich',
    onlineLevel: 'full',
    eligibleForFull: true,
    levels: ['commune'],
    applicants: ['citizen'],
    channels: ['counter'],
    steps: { vi: '', en: '' },
    requirements: { vi: '', en: '' },
    papers: [],
    sets: 2,
    results: [{ code: 'giay', name: { vi: 'Giấy', en: 'Paper' }, written: true, validMonths: 6 }],
    fees: [],
    terms: [{ when: null, term: { amount: 3, unit: 'working-days', rule: 'days' } }],
    supplementPauses: true,
    legalBasis: [{ number: '1', title: 'Luật', article: null, issuedOn: null, effectiveOn: null, url: null }],
    questions: [],
    demonstration: true,
  }
  const node = (id: string, kind: string, vi: string) => ({ id, kind, name: { vi, en: id }, role: 'specialist' })
  const process = {
    nodes: [node('start', 'start', 'Tiếp nhận'), node('check', 'work', 'Thẩm tra'), node('end', 'end', 'Xong')],
    edges: [
      { from: 'start', to: 'check' },
      { from: 'check', to: 'end' },
    ],
  }
  await sql`insert into procedures.field (code, name_vi, name_en, search_text) values ('ho-tich', 'Hộ tịch', 'Civil status', '') on conflict do nothing`.execute(
    db,
  )
  await sql`insert into procedures.procedure (id, code, created_at, created_by) values (${procedureId}, '1.004873', now(), ${by})`.execute(
    db,
  )
  await sql`insert into procedures.version (id, procedure_id, number, state, valid_from, content, name_vi, name_en, field_code, online_level,
      demonstration, search_text, published_at, published_by, created_at, created_by, changed_at, changed_by)
    values (${versionId}, ${procedureId}, 1, 'published', '2026-01-01', ${json(content)}, ${content.name.vi}, ${content.name.en}, 'ho-tich',
      'full', true, '', now(), ${by}, now(), ${by}, now(), ${by})`.execute(db)
  await sql`insert into procedures.process_version (id, procedure_id, number, state, process, published_at, created_at, created_by, changed_at, changed_by)
    values (${processVersionId}, ${procedureId}, 1, 'published', ${json(process)}, now(), now(), ${by}, now(), ${by})`.execute(
    db,
  )
  return { versionId, processVersionId, procedureId }
}

/** A case that the unit received on 16 November 2026 at nine, asked supplements for and got them the next day. */
export async function keepCase(
  db: Db,
  procedure: Awaited<ReturnType<typeof keepProcedure>>,
  { unitId, serial = 1 }: { unitId: string; serial?: number },
): Promise<KeptCase> {
  const [caseId, by] = [newId(), newId()]
  const code = `H29.12.05-261116-${String(serial).padStart(4, '0')}`
  const term = json({ amount: 3, unit: 'working-days', rule: 'days' })
  const due = at('2026-11-20T17:00')
  await sql`insert into cases."case" (id, code, secret, procedure_id, procedure_code, procedure_name, procedure_version_id, field_code,
      process_version_id, title, received_unit_id, competent_unit_id, unit_id, channel, remote, online_level, authentication, business,
      finance, delivery, sync, step_id, answers, term, filed_at, received_at, first_due_at, due_at, return_way, subject_name, search_text,
      demonstration, version, created_at, changed_at)
    values (${caseId}, ${code}, 'K7QF', ${procedure.procedureId}, '1.004873', 'Cấp Giấy xác nhận tình trạng hôn nhân',
      ${procedure.versionId}, 'ho-tich', ${procedure.processVersionId}, 'Xác nhận tình trạng hôn nhân', ${unitId}, ${unitId}, ${unitId},
      'counter', false, 'full', 'none', 'processing', 'none', 'none', 'none', 'check', '{}', ${term}, ${at('2026-11-16T09:00')},
      ${at('2026-11-16T09:00')}, ${at('2026-11-19T17:00')}, ${due}, 'desk', 'Trần Thị Bích Ngọc', '', true, 3, now(), now())`.execute(
    db,
  )
  await sql`insert into cases.party (id, case_id, role, kind, name, identity_number, phone, address)
    values (${newId()}, ${caseId}, 'subject', 'person', 'Trần Thị Bích Ngọc', '077190001234', '0903123456', '12 Hoàng Hoa Thám')`.execute(
    db,
  )
  await sql`insert into cases.paper (id, case_id, code, name, form, copies, source, added_at)
    values (${newId()}, ${caseId}, 'to-khai', 'Tờ khai', 'original', 1, 'citizen', now())`.execute(db)
  const act = (number: number, name: string, when: string, toState: string, details: unknown) =>
    sql`insert into cases.act (case_id, number, act, at, actor_id, actor_name, unit_id, from_unit_id, to_unit_id, from_step, to_step, from_state,
        to_state, details)
      values (${caseId}, ${number}, ${name}, ${at(when)}, ${by}, 'Lê Thị Một Cửa', ${unitId}, ${unitId}, ${unitId}, 'start', 'check', null,
        ${toState}, ${json(details)})`.execute(db)
  await act(1, 'receive', '2026-11-16T09:00', 'received', { dueAt: at('2026-11-19T17:00') })
  const asked = [{ code: 'qd', name: 'Quyết định ly hôn', form: 'certified-copy', copies: 1, note: '' }]
  await act(2, 'ask-supplement', '2026-11-17T10:00', 'supplement', { note: 'Thiếu quyết định ly hôn', papers: asked })
  await act(3, 'supplement', '2026-11-18T10:00', 'processing', { dueAt: due })
  await sql`insert into cases.pause values (${newId()}, ${caseId}, 'supplement', ${at('2026-11-17T10:00')}, ${at('2026-11-18T10:00')}, true,
    'Chờ bổ sung')`.execute(db)
  await sql`insert into cases.due_change values (${newId()}, ${caseId}, 'resume', ${at('2026-11-18T10:00')}, null, ${due}, 'Đã bổ sung', null,
    ${by}, 'Lê Thị Một Cửa')`.execute(db)
  return { caseId, code, secret: 'K7QF' }
}

/** A paper of the case with an uploaded file; its id. */
export async function keepPaperFile(db: Db, caseId: string, fileId: string): Promise<string> {
  const id = newId()
  await sql`insert into cases.paper (id, case_id, code, name, form, copies, source, file_id, added_at)
    values (${id}, ${caseId}, 'other-tep', 'Giấy tờ quét', 'electronic', 1, 'scanned', ${fileId}, now())`.execute(db)
  return id
}
