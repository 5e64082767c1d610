import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { normalPhone } from '#kernel/person-numbers.ts'
import { Problem } from '#kernel/problem.ts'
import { compileForm, fieldsOf as fieldsOfForm, moveToVersion } from '#modules/forms/contract.ts'
import {
  fieldsOfVersion,
  formsOfProcedure,
  getFormVersion,
  judgeDraft,
  type StoredForm,
  troubleWords,
} from '#modules/forms/index.ts'
import type { Context } from '#server/operation.ts'
import type * as contract from './contract.ts'
import { type Fields, text } from './domain/draft.ts'
import {
  asideField,
  filesIn,
  formField,
  type Kept,
  partedFields,
  placeNow,
  shapeTrouble,
} from './domain/form-answers.ts'
import { knownToBePutIn } from './known.ts'
import { unsealAddress } from './sign-in.ts'
import { findCitizen } from './store/citizens.ts'
import { type DraftRow, type FormNotice, fieldsOf, replaceFields, updateDraft } from './store/drafts.ts'

// The electronic form inside an application: which version it is written on, what is held against it, and how it comes to a later one.

/** The form that a procedure uses today, the first by code; undefined: it has none. */
export async function formInForce(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  procedureCode: string,
): Promise<StoredForm | undefined> {
  const [form] = await formsOfProcedure(tx, procedureCode, dayAt(now))
  return form
}

/** The open, locked draft on the version in force: what was answered goes along, what has no place any more is put aside. */
export async function broughtToForm(context: Context, row: DraftRow): Promise<DraftRow> {
  const { tx, now } = context
  const form = await formInForce(context, row.procedureCode)
  if (!form || form.id === row.formVersionId) return row
  const moved = await movedTo(context, row, form)
  await updateDraft(tx, row.id, { ...moved, changedAt: now })
  return { ...row, ...moved, changedAt: now }
}

type Pinned = Pick<DraftRow, 'formVersionId' | 'formHash' | 'formNotices'>

async function movedTo({ tx, now }: Context, row: DraftRow, form: StoredForm): Promise<Pinned> {
  const pinned = { formVersionId: form.id, formHash: form.hash }
  if (row.formVersionId === null) return { ...pinned, formNotices: [] }
  const before = await getFormVersion(tx, row.formVersionId)
  const { answers, aside } = partedFields(await fieldsOf(tx, row.id))
  const context = { today: dayAt(now), units: null }
  const [from, to] = [compileForm(before.definition), compileForm(form.definition)]
  // What an earlier change put aside has a place again when the field comes back.
  const moved = moveToVersion(from, to, { ...aside, ...answers }, context)
  const entries = [
    ...Object.entries(moved.answers).map(([name, value]) => [formField(name), value] as const),
    ...Object.entries(moved.aside).map(([name, value]) => [asideField(name), value] as const),
  ]
  await replaceFields(tx, row.id, ['form.', 'aside.'], Object.fromEntries(entries), now)
  const told = moved.notices.map(({ field, label, what }): FormNotice => ({ field, label, what }))
  const earlier = row.formNotices.filter(
    ({ field, what }) => !told.some((one) => one.field === field) && (what === 'removed' || to.fields.has(field)),
  )
  return { ...pinned, formNotices: [...earlier, ...told] }
}

/** Where an answer to the form is kept, for a draft that is open. Throws what is wrong with its shape. */
export async function placeOfAnswer(
  { tx }: Context,
  row: DraftRow,
  given: { readonly name: string; readonly value: unknown; readonly versionId: string | undefined },
): Promise<{ readonly place: string; readonly files: readonly string[] }> {
  const { name, value, versionId } = given
  if (row.formVersionId === null) throw new Problem('invalid-input', 'portal/unknown-field-name')
  const fields = await fieldsOfVersion(tx, row.formVersionId)
  // Typed before the draft came to a later version.
  const isEarlier = versionId !== undefined && versionId !== row.formVersionId
  const field = (isEarlier ? await fieldsOfVersion(tx, versionId) : fields).get(name)
  if (!field) throw new Problem('invalid-input', 'portal/unknown-field-name')
  const code = shapeTrouble(field, value)
  if (code !== undefined) throw new Problem('rule-broken', code, '', { values: { name } })
  return { place: isEarlier ? placeNow(fields, name) : formField(name), files: filesIn(field.kind, value) }
}

export type HeldForm = Awaited<ReturnType<typeof heldForm>>

/** The answers of a draft held against the version that it is written on; null: it has no form. */
export async function heldForm({ tx, now }: Context, row: DraftRow, answers: Kept) {
  if (row.formVersionId === null) return null
  const version = await getFormVersion(tx, row.formVersionId)
  const judged = await judgeDraft(tx, version, answers, row.filedAt ?? now)
  const shown = fieldsOfForm(version.definition).filter(({ name }) => judged.evaluation.shown.has(name))
  const files = shown.filter(({ kind }) => kind === 'files')
  const papers = [version.definition.paper, ...files.map(({ paper }) => paper)]
  return {
    version,
    judged,
    files,
    /** Codes of papers of the procedure that are asked in the form, or are the form. */
    papers: new Set(papers.filter((code) => code !== null)),
  }
}

/** What is still wrong with the answers, at the fields, in words. */
export function formTroubles(held: HeldForm): z.input<typeof contract.Draft>['troubles'] {
  if (!held) return []
  return held.judged.troubles
    .filter(({ severity }) => severity === 'error')
    .slice(0, 100)
    .map((one) => ({ field: formField(one.path), code: one.code, ...troubleWords(held.version, one) }))
}

/** The form as the writer is shown it. */
export async function shownForm(
  context: Context,
  row: DraftRow,
  held: HeldForm,
  parts: ReturnType<typeof partedFields>,
): Promise<z.input<typeof contract.Draft>['form']> {
  if (!held) return null
  const { version, judged } = held
  const inForce = row.state === 'open' ? await formInForce(context, row.procedureCode) : undefined
  return {
    code: version.code,
    versionId: version.id,
    number: version.number,
    hash: version.hash,
    title: version.definition.title,
    steps: version.definition.steps.map(({ code, title, fields }) => ({
      code,
      title,
      fields: fields.map(({ name }) => name),
    })),
    shownSteps: [...judged.evaluation.steps],
    answers: parts.answers,
    aside: parts.aside,
    notices: row.formNotices.map((notice) => ({ ...notice })),
    known: await knownTo(context, row, parts.fields as Fields),
    hasFees: version.definition.steps
      .flatMap(({ fields }) => fields)
      .some(({ kind, name }) => kind === 'fee' && Number(judged.values[name] ?? 0) > 0),
    outdated: inForce !== undefined && inForce.id !== version.id,
  }
}

/** What is known of whoever applies: from the application itself, and the address that they signed in by. */
async function knownTo({ tx }: Context, row: DraftRow, fields: Fields) {
  const acting = text(fields, 'actingFor')
  const who = acting === '' || acting === 'self' ? 'subject' : 'representative'
  const own = (part: string) => text(fields, `${who}.${part}`)
  const contact = await contactOf(tx, row.citizenId)
  // Of who acts for another the application asks less than the form.
  const vouched = who === 'subject' ? null : await knownToBePutIn(tx, row.citizenId)
  const known = {
    name: own('name'),
    identityNumber: own('identityNumber'),
    bornOn: own('bornOn') || (vouched?.bornOn ?? ''),
    gender: own('gender'),
    phone: own('phone') || (contact?.channel === 'sms' ? contact.address : ''),
    email: own('email') || (contact?.channel === 'email' ? contact.address : ''),
    address: own('address') || (vouched?.address ?? ''),
    taxCode: acting === 'organisation' ? text(fields, 'subject.taxCode') : '',
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''))
}

/** How the citizen signed in, if it can be read. */
export async function contactOf(tx: Context['tx'], citizenId: string) {
  const citizen = await findCitizen(tx, citizenId)
  if (!citizen?.channel || !citizen.addressSealed) return undefined
  const { channel } = citizen
  try {
    const address = unsealAddress(citizen.addressSealed, citizen.id)
    return { channel, address: channel === 'sms' ? normalPhone(address) : address }
  } catch {
    // Sealed under another key, as after a restore without it: what was written is shown all the same.
    return undefined
  }
}
