import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { Problem } from '#kernel/problem.ts'
import type { PartyInput } from '#modules/cases/contract.ts'
import { listReceiving, requireCheckedFile } from '#modules/cases/index.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { feesDue, findInForce, papersAsked, type Version } from '#modules/procedures/index.ts'
import { writeAudit } from '#server/audit.ts'
import type { Context } from '#server/operation.ts'
import type * as contract from './contract.ts'
import { ALL_PURPOSES, type Fields, text, troublesOf } from './domain/draft.ts'
import { partedFields } from './domain/form-answers.ts'
import { formTroubles, heldForms, isOutdated, shownForms } from './draft-forms.ts'
import { type DraftRow, fieldsOf, findDraft, findDraftForUpdate } from './store/drafts.ts'

/** The draft of the citizen. Throws not-found for anybody else's, and logs that it was asked for. */
export async function requireDraft(
  context: Context,
  endpoint: Endpoint,
  draftId: string,
  lock = false,
): Promise<DraftRow> {
  const row = await (lock ? findDraftForUpdate : findDraft)(context.tx, draftId)
  if (row) return row
  throw loggedNotFound(context, endpoint, 'portal/unknown-draft', { draftId })
}

/** The same while it is still being written. */
export async function requireOpenDraft(context: Context, endpoint: Endpoint, draftId: string): Promise<DraftRow> {
  const row = await requireDraft(context, endpoint, draftId, true)
  if (row.state !== 'open') throw new Problem('conflict', 'portal/draft-closed')
  return row
}

/** A file of the citizen's own, looked at. Throws not-found for anybody else's, and logs that it was asked for. */
export async function requireOwnFile(
  context: Context,
  endpoint: Endpoint,
  { draftId, fileId }: { readonly draftId: string; readonly fileId: string },
): Promise<void> {
  try {
    await requireCheckedFile(context.tx, fileId, context.actor)
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.kind !== 'not-found') throw thrown
    throw loggedNotFound(context, endpoint, 'portal/unknown-file', { draftId, fileId })
  }
}

/** The refusal of what is another's, as if it were not there; that it was asked for stands in the log. */
function loggedNotFound(
  { actor, now, requestId, client, defer }: Context,
  endpoint: Endpoint,
  outcome: string,
  input: Readonly<Record<string, string>>,
): Problem {
  defer((tx) => writeAudit(tx, { endpoint, actor, input, outcome, at: now, requestId, client }))
  return new Problem('not-found', outcome)
}

/** The case that came of the draft. Throws not-found while there is none. */
export async function requireOwnCase(context: Context, endpoint: Endpoint, draftId: string) {
  const row = await requireDraft(context, endpoint, draftId)
  if (row.caseId === null) throw new Problem('not-found', 'portal/not-filed')
  return { ...row, caseId: row.caseId }
}

/** The procedure as it is today. Throws when it is no longer there: what was written stays. */
export async function requireProcedure({ tx, now }: Context, code: string): Promise<Version> {
  const version = await findInForce(tx, code, dayAt(now))
  if (!version) throw new Problem('not-found', 'portal/unknown-service')
  return version
}

/** The answers to the questions of the procedure among the fields. */
export function answersOf(fields: Fields): Record<string, string | number | boolean | null> {
  const given = Object.entries(fields).filter(([name]) => name.startsWith('answers.'))
  return Object.fromEntries(given.flatMap(([name, value]) => (isPlain(value) ? [[name.slice(8), value] as const] : [])))
}

const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value !== 'object'

/** Everything that was written, held against the procedure and its forms. */
export async function heldDraft(context: Context, row: DraftRow) {
  const { content } = await requireProcedure(context, row.procedureCode)
  const parts = partedFields(await fieldsOf(context.tx, row.id))
  // What has no prefix was kept as the contract describes it.
  const fields = parts.fields as Fields
  const forms = await heldForms(context, row, parts)
  const inForms = new Set(forms.flatMap((form) => [...form.papers]))
  const answers = answersOf(fields)
  const papers = papersAsked(content, answers).filter(({ code }) => !inForms.has(code))
  const troubles = [
    ...troublesOf(fields, { ...content, papers }).map((one) => ({ ...one, label: null, message: null })),
    ...forms.flatMap(formTroubles),
  ]
  return { content, fields, forms, answers, papers, troubles }
}

/** The draft with all that is asked over it. */
export async function shownDraft(context: Context, row: DraftRow): Promise<z.input<typeof contract.Draft>> {
  const { content, fields, forms, answers, papers, troubles } = await heldDraft(context, row)
  const fees = feesDue(content, answers, dayAt(context.now))
  return {
    id: row.id,
    state: row.state,
    caseCode: row.caseCode,
    fields,
    forms: await shownForms(context, row, forms, fields),
    formsOutdated: await isOutdated(context, row, forms),
    changedAt: row.changedAt,
    procedure: {
      code: row.procedureCode,
      name: content.name,
      demonstration: content.demonstration,
      questions: content.questions,
      papers: papers.map(({ code, name, required, legalBasis }) => ({ code, name, required, legalBasis })),
      totalVnd: fees.reduce((sum, { dueVnd }) => sum + dueVnd, 0),
      places: await placesFor(context, content.levels),
      applicants: content.applicants,
    },
    troubles,
  }
}

/** The units that take such cases in today, by name. */
async function placesFor({ tx, now }: Context, levels: readonly string[]) {
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const receiving = await listReceiving(tx, day)
  return receiving
    .flatMap(({ unitId }) => {
      const unit = findUnitAt(structure, unitId, day)
      return unit && levels.includes(unit.level) ? [{ id: unitId, name: unit.name }] : []
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** What is kept of a consent: the words that were read, by version and hash. */
export function consentText(code: string, language: 'vi' | 'en'): { textVersion: number; textHash: string } {
  const purpose = ALL_PURPOSES.find((one) => one.code === code)
  if (!purpose) throw new RangeError(`There is no purpose ${code}.`)
  return { textVersion: purpose.version, textHash: createHash('sha256').update(purpose[language]).digest('hex') }
}

/** A party of the case out of the fields. */
export function partyOf(fields: Fields, role: 'subject' | 'representative'): z.output<typeof PartyInput> {
  const part = (name: string) => text(fields, `${role}.${name}`) || null
  const gender = part('gender')
  return {
    kind: role === 'subject' ? kindOf(part('kind')) : 'person',
    name: part('name') ?? '',
    identityNumber: part('identityNumber'),
    taxCode: part('taxCode'),
    bornOn: part('bornOn'),
    gender: gender === 'male' || gender === 'female' ? gender : null,
    phone: part('phone'),
    email: part('email'),
    address: part('address'),
  }
}

const kindOf = (kind: string | null) =>
  kind === 'enterprise' || kind === 'organisation' || kind === 'household-business' ? kind : 'person'
