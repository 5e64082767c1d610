import type { Draft } from '../../contract.ts'
import { type Fields, text } from '../../domain/draft.ts'

/** One thing a page: what is asked on it, and which fields stand there. */
export type Step = { readonly key: string; readonly fields: readonly string[] }

const PARTY = ['kind', 'name', 'taxCode', 'identityNumber', 'bornOn', 'gender', 'address', 'phone', 'email']

const FORM_STEP = 'form.'
export const formStepKey = (code: string): string => FORM_STEP + code
/** The code of the step of the form that is shown on the page; null: it shows none. */
export const formStepOf = (key: string): string | null =>
  key.startsWith(FORM_STEP) ? key.slice(FORM_STEP.length) : null

/** The pages of an application over what was answered so far, in their order; of the form the steps that are asked just now. */
export function stepsOf(draft: Draft, fields: Fields, formSteps: readonly string[]): Step[] {
  const acting = text(fields, 'actingFor')
  const isOther = acting !== '' && acting !== 'self'
  const asked = (draft.form?.steps ?? []).filter(({ code }) => formSteps.includes(code))
  return [
    { key: 'acting', fields: ['actingFor'] },
    { key: 'subject', fields: PARTY.map((part) => `subject.${part}`) },
    ...(isOther
      ? [
          {
            key: 'representative',
            fields: ['name', 'identityNumber', 'phone', 'email', 'ground'].map((part) => `representative.${part}`),
          },
          { key: 'proof', fields: ['representative.proof'] },
        ]
      : []),
    ...draft.procedure.questions.map(({ name }) => ({ key: `answers.${name}`, fields: [`answers.${name}`] })),
    ...asked.map((step) => ({ key: formStepKey(step.code), fields: step.fields.map((name) => `form.${name}`) })),
    { key: 'place', fields: ['unitId'] },
    ...draft.procedure.papers.map(({ code }) => ({ key: `paper.${code}`, fields: [`paper.${code}`] })),
    { key: 'result', fields: ['returnWay'] },
    { key: 'consent', fields: [] },
    { key: 'check', fields: [] },
  ]
}

/** The page on which a field is mended; of a cell the page of its table. */
export function stepWith(steps: readonly Step[], field: string): string {
  const [form, name] = field.split('.')
  const whole = form === 'form' ? `form.${name}` : field
  return steps.find((step) => step.fields.includes(whole))?.key ?? 'acting'
}
