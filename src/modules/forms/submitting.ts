import { Problem } from '#kernel/problem.ts'
import { problemText } from '#kernel/problem-messages.ts'
import type { Tx } from '#server/db.ts'
import { type Answers, isRecord } from './domain/answer.ts'
import { type CompiledForm, compileForm } from './domain/compile.ts'
import { evaluateForm } from './domain/evaluate.ts'
import { problems } from './domain/problems.ts'
import { acceptAnswers, type Submission } from './domain/submission.ts'
import { getFormVersion, type StoredForm } from './store/versions.ts'
import { serverContext } from './units-of-day.ts'

/** Published versions, made ready once. */
const compiled = new WeakMap<object, CompiledForm>()

export function compiledOf({ definition }: StoredForm): CompiledForm {
  const known = compiled.get(definition)
  if (known) return known
  const made = compileForm(definition)
  compiled.set(definition, made)
  return made
}

/** Handed-in answers held against a version, with the units they name looked up. */
export async function judgeAnswers(tx: Tx, version: StoredForm, answers: unknown, now: Date): Promise<Submission> {
  const form = compiledOf(version)
  const context = await serverContext(tx, form, isRecord(answers) ? answers : {}, now)
  return acceptAnswers(form, answers, context)
}

/** Answers of a draft as they stand: what is hidden just now is kept by whoever keeps the draft, and left out here. */
export type JudgedDraft = Submission & { readonly answers: Answers }

/** A draft held against its version: what the form says over it, and what would be handed in. Nothing is refused. */
export async function judgeDraft(tx: Tx, version: StoredForm, draft: Answers, now: Date): Promise<JudgedDraft> {
  const form = compiledOf(version)
  const context = await serverContext(tx, form, draft, now)
  const { shown } = evaluateForm(form, draft, context)
  const asked = ([name]: readonly [string, unknown]) => shown.has(name) && form.fields.get(name)?.field.value === null
  const answers: Answers = Object.fromEntries(Object.entries(draft).filter(asked))
  return { ...acceptAnswers(form, answers, context), answers }
}

/** The answers to keep with a submission and the hash of the form they answer. Throws rule-broken, naming every field that is wrong. */
export async function requireAnswers(
  tx: Tx,
  { versionId, answers, now }: { readonly versionId: string; readonly answers: unknown; readonly now: Date },
): Promise<{ values: Submission['values']; hash: string; version: StoredForm }> {
  const version = await getFormVersion(tx, versionId)
  if (version.state !== 'published') throw new Problem('not-found', 'forms/unknown-version')
  const { values, troubles } = await judgeAnswers(tx, version, answers, now)
  const errors = troubles.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return { values, hash: version.hash, version }
  throw new Problem('rule-broken', 'forms/bad-answers', 'Some answers are not right.', {
    errors: errors.slice(0, 200).map(({ path, code, values: said }) => ({
      path: `answers.${path}`,
      code,
      message: problemText(problems, code, said, 'en'),
      values: said,
    })),
  })
}
