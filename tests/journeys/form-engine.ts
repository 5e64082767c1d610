import { compileForm } from '#modules/forms/domain/compile.ts'
import { FormDefinition } from '#modules/forms/domain/definition.ts'
import { evaluateForm, evaluationJson, newMemo } from '#modules/forms/domain/evaluate.ts'
import { randomAnswers } from '#modules/forms/domain/random-answers.fixture.ts'

/** What the form says over the answers of each seed, as text: run by the server's Node and, bundled, by the browser. */
export function said(definition: string, today: string, from: number, to: number): string[] {
  const form = compileForm(FormDefinition.parse(JSON.parse(definition)))
  // As a page does: with what is remembered from one keystroke to the next.
  const memo = newMemo()
  const lines: string[] = []
  for (let seed = from; seed < to; seed++) {
    const answers = randomAnswers(form.definition, seed)
    lines.push(JSON.stringify(evaluationJson(evaluateForm(form, answers, { today, units: null }, memo))))
  }
  return lines
}
