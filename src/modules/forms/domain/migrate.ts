import { type Answers, type FormContext, isRecord, own } from './answer.ts'
import type { CompiledForm } from './compile.ts'
import type { Both, Field } from './definition.ts'
import { type Evaluation, evaluateForm } from './evaluate.ts'

/** What a person with a draft has to be told of one field after a new version. */
export type MoveNotice = {
  readonly field: string
  readonly label: Both
  /**
   * `renamed`: the answer went along; `removed`: no longer asked, the answer is put aside; `new`: asked now; `now-required`: must be
   * answered now; `no-longer-fits`: the answer is kept but has to be mended; `asked-differently`: the wording or the choices changed.
   */
  readonly what: 'renamed' | 'removed' | 'new' | 'now-required' | 'no-longer-fits' | 'asked-differently'
  /** What was chosen and is no choice any more, in the words of the earlier version. */
  readonly chosen?: Both[] | undefined
}

export type MovedAnswers = {
  readonly answers: Answers
  /** Answers that have no place any more, by their old names: shown, never thrown away in silence. */
  readonly aside: Answers
  readonly notices: readonly MoveNotice[]
}

/** The answers of a draft begun on one version, on another. Every answer is either in `answers` or in `aside`. */
export function moveAnswers(
  before: CompiledForm,
  after: CompiledForm,
  answers: Answers,
  context: FormContext,
): MovedAnswers {
  const taken = new Map<string, string>()
  for (const { field } of after.fields.values()) {
    const from = [field.name, ...field.formerly].find(
      (name) => Object.hasOwn(answers, name) && ![...taken.values()].includes(name),
    )
    if (from !== undefined) taken.set(field.name, from)
  }
  const used = new Set(taken.values())
  const moved = Object.fromEntries([...taken].map(([to, from]) => [to, own(answers, from)]))
  const aside = Object.fromEntries(Object.entries(answers).filter(([name]) => !used.has(name)))
  const [was, now] = [evaluateForm(before, answers, context), evaluateForm(after, moved, context)]
  const removed = [...before.fields.values()]
    .filter(({ field }) => !used.has(field.name) && was.shown.has(field.name) && !after.fields.has(field.name))
    .map(
      ({ field }): MoveNotice => ({
        field: field.name,
        label: field.label,
        what: 'removed',
        ...gone(field, undefined, own(answers, field.name)),
      }),
    )
  const rest = [...after.fields.values()].flatMap(({ field }): MoveNotice[] => {
    const old = before.fields.get(taken.get(field.name) ?? field.name)?.field
    const what = now.shown.has(field.name)
      ? noticeOf(field, old, {
          was,
          now,
          from: taken.get(field.name),
        })
      : null
    if (what === null) return []
    return [{ field: field.name, label: field.label, what, ...gone(old, field, own(moved, field.name)) }]
  })
  return { answers: moved, aside, notices: [...removed, ...rest] }
}

/** What of an answer is a choice of the old field and none of the new one. */
function gone(old: Field | undefined, field: Field | undefined, answer: unknown): Pick<MoveNotice, 'chosen'> {
  const chosen = old ? goneLabels(old, field, answer) : []
  return chosen.length > 0 ? { chosen } : {}
}

function goneLabels(old: Field, field: Field | undefined, answer: unknown): Both[] {
  const rows = Array.isArray(answer) ? answer.filter(isRecord) : []
  const inRows = old.columns.flatMap((column) => {
    const now = field?.columns.find(({ name }) => name === column.name)
    return goneOf(
      column,
      now,
      rows.map((row) => own(row, column.name)),
    )
  })
  return [...goneOf(old, field, Array.isArray(answer) ? answer : [answer]), ...inRows]
}

type Chosen = Pick<Field, 'choices'>
const goneOf = (old: Chosen, now: Chosen | undefined, values: readonly unknown[]): readonly Both[] =>
  old.choices
    .filter(({ value }) => values.includes(value) && !now?.choices.some((choice) => choice.value === value))
    .map(({ label }) => label)

type Seen = { readonly was: Evaluation; readonly now: Evaluation; readonly from: string | undefined }

function noticeOf(field: Field, old: Field | undefined, { was, now, from }: Seen): MoveNotice['what'] | null {
  const isWrong = (evaluation: Evaluation, name: string) =>
    (evaluation.troubles.get(name) ?? []).some(
      ({ severity, code }) => severity === 'error' && code !== 'forms/required',
    )
  if (old === undefined) return 'new'
  if (from !== undefined && isWrong(now, field.name) && !isWrong(was, from)) return 'no-longer-fits'
  if (from !== undefined && from !== field.name) return 'renamed'
  if (now.required.has(field.name) && !was.required.has(old.name) && !now.values.has(field.name)) return 'now-required'
  return saysOtherwise(old, field) ? 'asked-differently' : null
}

function saysOtherwise(old: Field, field: Field): boolean {
  const said = ({ kind, label, choices }: Field) => JSON.stringify([kind, label, choices])
  return said(old) !== said(field)
}
