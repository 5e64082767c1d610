import { type Answers, type AnswerValue, type FormContext, isRecord, own, type Trouble, trouble } from './answer.ts'
import type { CompiledForm } from './compile.ts'
import { type Evaluation, evaluateForm, troublesOf } from './evaluate.ts'
import type { KnownFact } from './kinds.ts'

/** Handed-in answers as they are kept, and everything that is wrong with them. Nothing is kept while an error is left. */
export type Submission = {
  readonly evaluation: Evaluation
  readonly values: Readonly<Record<string, AnswerValue>>
  readonly troubles: readonly Trouble[]
}

/** The most unknown names that are listed; a thousand of them say nothing more. */
const MOST_STRANGE = 20

/**
 * Answers that somebody hands in. More is refused than while typing: names that the form does not have, answers to what is hidden, and
 * values other than the form's own formulas give.
 */
export function acceptAnswers(form: CompiledForm, raw: unknown, context: FormContext): Submission {
  const answers: Answers = isRecord(raw) ? raw : {}
  const evaluation = evaluateForm(form, answers, context)
  const shape = isRecord(raw) ? [] : [trouble('', 'forms/wrong-type')]
  const strange = Object.keys(answers)
    .filter((name) => !form.fields.has(name))
    .slice(0, MOST_STRANGE)
    .map((name) => trouble('', 'forms/unknown-answer', { name: name.slice(0, 60) }))
  const forged = [...form.fields.values()].flatMap(({ field }) => {
    const given = own(answers, field.name)
    if (given === undefined || given === null) return []
    if (!evaluation.shown.has(field.name)) return [trouble(field.name, 'forms/hidden-answer')]
    // A formula gives a single value, never a list: nothing has to be walked into.
    const isOwn = field.value === null || given === evaluation.values.get(field.name)
    return isOwn ? [] : [trouble(field.name, 'forms/forged-value')]
  })
  const troubles = [...shape, ...strange, ...forged, ...troublesOf(evaluation)]
  return { evaluation, values: Object.fromEntries(evaluation.values), troubles }
}

/** What is known of the applicant, in the form of answers. */
export type Known = Readonly<Partial<Record<KnownFact, unknown>>>

/** The answers with what is known put where nothing was answered yet. The person sees it and may change it. */
export function withKnown(form: CompiledForm, answers: Answers, known: Known): Answers {
  const offered = [...form.fields.values()].flatMap(({ field }) => {
    const fact = field.known === null ? undefined : known[field.known]
    const isOpen = (own(answers, field.name) ?? null) === null
    return fact === undefined || fact === null || !isOpen ? [] : [[field.name, fact] as const]
  })
  return offered.length === 0 ? answers : { ...answers, ...Object.fromEntries(offered) }
}
