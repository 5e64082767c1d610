import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { normalPhone } from '#kernel/person-numbers.ts'
import { Problem } from '#kernel/problem.ts'
import { compileForm, type Field, fieldsOf as fieldsOfForm, moveToVersion } from '#modules/forms/contract.ts'
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
  answerName,
  asideField,
  filesIn,
  formField,
  type PartedFields,
  partedFields,
  placeNow,
  shapeTrouble,
} from './domain/form-answers.ts'
import { knownToBePutIn } from './known.ts'
import { unsealAddress } from './sign-in.ts'
import { findCitizen } from './store/citizens.ts'
import {
  type DraftFormRow,
  type DraftRow,
  deleteDraftForm,
  draftFormsOf,
  type FormNotice,
  fieldsOf,
  putDraftForm,
  replaceFields,
  updateDraft,
} from './store/drafts.ts'

// The electronic forms inside an application: which versions it is written on, what is held against them, and how it comes to later ones.

/** The forms that a procedure uses today, by code. */
export const formsInForce = ({ tx, now }: Pick<Context, 'tx' | 'now'>, procedureCode: string): Promise<StoredForm[]> =>
  formsOfProcedure(tx, procedureCode, dayAt(now))

/** Whether the draft is written on exactly the versions in force. */
export function isOnForce(forms: readonly Pick<DraftFormRow, 'versionId'>[], inForce: readonly StoredForm[]): boolean {
  return forms.length === inForce.length && inForce.every(({ id }) => forms.some(({ versionId }) => versionId === id))
}

/** Brings the open, locked draft to the versions in force: what was answered goes along, what has no place any more is put aside. */
export async function bringToForms(context: Context, row: DraftRow): Promise<void> {
  const { tx, now } = context
  const inForce = await formsInForce(context, row.procedureCode)
  const forms = await draftFormsOf(tx, row.id)
  if (isOnForce(forms, inForce)) return
  const marks = new Set(forms.map(({ mark }) => mark))
  for (const { form, before } of await pairedForms(context, forms, inForce)) {
    if (form && form.id !== before?.versionId) {
      const mark = before?.mark ?? freeMark(form.code, marks)
      marks.add(mark)
      await putDraftForm(tx, await movedTo(context, row, { form, before, mark }))
    }
    if (!form && before) await putAside(context, row, before)
  }
  await updateDraft(tx, row.id, { changedAt: now })
}

type Pair = { readonly form: StoredForm | undefined; readonly before: DraftFormRow | undefined }

/** Each form in force with what the draft has of it: of its own code, else of a form that is used no more, in their order. */
async function pairedForms(
  { tx }: Context,
  forms: readonly DraftFormRow[],
  inForce: readonly StoredForm[],
): Promise<readonly Pair[]> {
  const coded: { one: DraftFormRow; code: string }[] = []
  for (const one of forms) coded.push({ one, code: (await getFormVersion(tx, one.versionId)).code })
  const own = (form: StoredForm) => coded.find(({ code }) => code === form.code)?.one
  const left = coded.filter(({ code }) => inForce.every((form) => form.code !== code)).map(({ one }) => one)
  const pairs = inForce.map((form) => ({ form, before: own(form) ?? left.shift() }))
  return [...pairs, ...left.map((before) => ({ form: undefined, before }))]
}

/** The first form of an application needs no mark; another is marked by its code. */
function freeMark(code: string, taken: ReadonlySet<string>): string {
  const wanted = ['', code, ...Array.from({ length: taken.size }, (_, at) => `${code}.${at + 2}`)]
  return wanted.find((mark) => !taken.has(mark)) ?? code
}

type Move = { readonly form: StoredForm; readonly before: DraftFormRow | undefined; readonly mark: string }

async function movedTo({ tx, now }: Context, row: DraftRow, { form, before, mark }: Move): Promise<DraftFormRow> {
  const pinned = { draftId: row.id, mark, versionId: form.id, hash: form.hash }
  if (!before) return { ...pinned, notices: [] }
  const earlierVersion = await getFormVersion(tx, before.versionId)
  const { answers, aside } = partedFields(await fieldsOf(tx, row.id)).of(mark)
  const context = { today: dayAt(now), units: null }
  const [from, to] = [compileForm(earlierVersion.definition), compileForm(form.definition)]
  // What an earlier change put aside has a place again when the field comes back.
  const moved = moveToVersion(from, to, { ...aside, ...answers }, context)
  await replaceAnswers(tx, row.id, { mark, was: { answers, aside }, is: moved, now })
  const told = moved.notices.map(
    (notice): FormNotice =>
      withEarlier(notice, before.notices, to.fields.get(notice.field)?.field, moved.answers[notice.field]),
  )
  const earlier = before.notices.filter(
    ({ field, what }) => !told.some((one) => one.field === field) && (what === 'removed' || to.fields.has(field)),
  )
  return { ...pinned, notices: [...earlier, ...told] }
}

/** What was chosen and went with a version before the last is told in its words as long as nothing else is chosen. */
function withEarlier(
  notice: FormNotice,
  earlier: readonly FormNotice[],
  asked: Field | undefined,
  answer: unknown,
): FormNotice {
  const before = earlier.find(({ field }) => field === notice.field)?.chosen
  const isGone = [answer].flat().some((value) => !asked?.choices.some((choice) => choice.value === value))
  return notice.chosen === undefined && before && isGone ? { ...notice, chosen: before } : notice
}

/** Of a form that the procedure uses no more, the answers stay, put aside. */
async function putAside({ tx, now }: Context, row: DraftRow, { mark }: DraftFormRow): Promise<void> {
  const was = partedFields(await fieldsOf(tx, row.id)).of(mark)
  const is = { answers: {}, aside: { ...was.aside, ...was.answers } }
  await replaceAnswers(tx, row.id, { mark, was, is, now })
  await deleteDraftForm(tx, row.id, mark)
}

type Standing = Pick<ReturnType<PartedFields['of']>, 'answers' | 'aside'>
type Replacing = { readonly mark: string; readonly was: Standing; readonly is: Standing; readonly now: Date }

async function replaceAnswers(tx: Context['tx'], draftId: string, { mark, was, is, now }: Replacing): Promise<void> {
  const named = ({ answers, aside }: Standing) => [
    ...Object.entries(answers).map(([name, value]) => [formField(name, mark), value] as const),
    ...Object.entries(aside).map(([name, value]) => [asideField(name, mark), value] as const),
  ]
  const names = named(was).map(([name]) => name)
  await replaceFields(tx, draftId, names, Object.fromEntries(named(is)), now)
}

type Given = { readonly field: string; readonly value: unknown; readonly versionId: string | undefined }

/** Where an answer to a form is kept, for a draft that is open. Throws what is wrong with its shape. */
export async function placeOfAnswer(
  { tx }: Context,
  row: DraftRow,
  { field: given, value, versionId }: Given,
): Promise<{ readonly place: string; readonly files: readonly string[]; readonly formVersionId: string }> {
  const { name, mark } = answerName(given)
  const forms = await draftFormsOf(tx, row.id)
  const form = await formOfAnswer(tx, forms, mark, versionId)
  if (!form) throw new Problem('invalid-input', 'portal/unknown-field-name')
  const fields = await fieldsOfVersion(tx, form.versionId)
  // Typed before the draft came to a later version.
  const isEarlier = versionId !== undefined && versionId !== form.versionId
  const field = (isEarlier ? await fieldsOfVersion(tx, versionId) : fields).get(name)
  if (!field) throw new Problem('invalid-input', 'portal/unknown-field-name')
  const code = shapeTrouble(field, value)
  if (code !== undefined) throw new Problem('rule-broken', code, '', { values: { name } })
  return {
    place: isEarlier ? placeNow(fields, name, form.mark) : formField(name, form.mark),
    files: filesIn(field.kind, value),
    formVersionId: form.versionId,
  }
}

/** The form of the draft that the answer belongs to: of which its version is one, else the one that its name is marked with. */
async function formOfAnswer(
  tx: Context['tx'],
  forms: readonly DraftFormRow[],
  mark: string,
  versionId: string | undefined,
): Promise<DraftFormRow | undefined> {
  const own = forms.find((one) => one.versionId === versionId)
  const named = forms.find((one) => one.mark === mark)
  if (own || versionId === undefined || forms.length < 2) return own ?? named
  const { code } = await getFormVersion(tx, versionId)
  for (const one of forms) if ((await getFormVersion(tx, one.versionId)).code === code) return one
  return named
}

export type HeldForm = Awaited<ReturnType<typeof heldForms>>[number]

/** The answers of a draft held against the versions that it is written on. */
export async function heldForms(context: Context, row: DraftRow, parts: PartedFields) {
  const held = []
  for (const form of await draftFormsOf(context.tx, row.id)) held.push(await heldForm(context, row, form, parts))
  return held
}

async function heldForm({ tx, now }: Context, row: DraftRow, form: DraftFormRow, parts: PartedFields) {
  const { mark, notices, versionId } = form
  const { answers, aside } = parts.of(mark)
  const version = await getFormVersion(tx, versionId)
  const judged = await judgeDraft(tx, version, answers, row.filedAt ?? now)
  const shown = fieldsOfForm(version.definition).filter(({ name }) => judged.evaluation.shown.has(name))
  const files = shown.filter(({ kind }) => kind === 'files')
  const papers = [version.definition.paper, ...files.map(({ paper }) => paper)]
  return {
    mark,
    notices,
    answers,
    aside,
    version,
    judged,
    files,
    /** Codes of papers of the procedure that are asked in the form, or are the form. */
    papers: new Set(papers.filter((code) => code !== null)),
  }
}

/** What is still wrong with the answers, at the fields, in words. */
export function formTroubles({ mark, version, judged }: HeldForm): z.input<typeof contract.Draft>['troubles'] {
  return judged.troubles
    .filter(({ severity }) => severity === 'error')
    .slice(0, 100)
    .map((one) => ({ field: formField(one.path, mark), code: one.code, ...troubleWords(version, one) }))
}

/** The forms as the writer is shown them. */
export async function shownForms(
  context: Context,
  row: DraftRow,
  held: readonly HeldForm[],
  fields: Fields,
): Promise<z.input<typeof contract.Draft>['forms']> {
  if (held.length === 0) return []
  const known = await knownTo(context, row, fields)
  return held.map(({ mark, notices, answers, aside, version, judged }) => ({
    code: version.code,
    mark,
    versionId: version.id,
    number: version.number,
    hash: version.hash,
    title: version.definition.title,
    steps: version.definition.steps.map(({ code, title, fields: asked }) => ({
      code,
      title,
      fields: asked.map(({ name }) => name),
    })),
    shownSteps: [...judged.evaluation.steps],
    answers,
    aside,
    notices: notices.map((notice) => ({ ...notice })),
    known,
    hasFees: version.definition.steps
      .flatMap((step) => step.fields)
      .some(({ kind, name }) => kind === 'fee' && Number(judged.values[name] ?? 0) > 0),
  }))
}

/** Whether other versions or other forms are in force than those that the open draft is written on. */
export async function isOutdated(context: Context, row: DraftRow, held: readonly HeldForm[]): Promise<boolean> {
  if (row.state !== 'open') return false
  const forms = held.map(({ version }) => ({ versionId: version.id }))
  return !isOnForce(forms, await formsInForce(context, row.procedureCode))
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
