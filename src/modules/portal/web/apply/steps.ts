import type { Draft } from '../../contract.ts'
import { type Fields, text } from '../../domain/draft.ts'
import { answerName, formField, isFormField } from '../../domain/form-answers.ts'

/** One thing a page: what is asked on it, and which fields stand there. */
export type Step = { readonly key: string; readonly fields: readonly string[] }

const PARTY = ['kind', 'name', 'taxCode', 'identityNumber', 'bornOn', 'gender', 'address', 'phone', 'email']

/** The page of a step of a form; the forms name their steps alike, as they do their fields. */
export const formStepKey = (code: string, mark: string): string => formField(code, mark)
/** The step of a form that is shown on the page: its code, and the mark of the form; null: it shows none. */
export const formStepOf = (key: string): { readonly name: string; readonly mark: string } | null =>
  isFormField(key) ? answerName(key) : null

/** The steps of each form that are asked just now, by its mark. */
export type AskedSteps = Readonly<Record<string, readonly string[]>>

/** The pages of an application over what was answered so far, in their order; of the forms the steps that are asked just now. */
export function stepsOf(draft: Draft, fields: Fields, formSteps: AskedSteps): Step[] {
  const acting = text(fields, 'actingFor')
  const isOther = acting !== '' && acting !== 'self'
  const asked = draft.forms.flatMap(({ mark, steps, shownSteps }) =>
    steps
      .filter(({ code }) => (formSteps[mark] ?? shownSteps).includes(code))
      .map((step) => ({
        key: formStepKey(step.code, mark),
        fields: step.fields.map((name) => formField(name, mark)),
      })),
  )
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
    ...asked,
    { key: 'place', fields: ['unitId'] },
    ...draft.procedure.papers.map(({ code }) => ({ key: `paper.${code}`, fields: [`paper.${code}`] })),
    { key: 'result', fields: ['returnWay'] },
    { key: 'consent', fields: [] },
    { key: 'check', fields: [] },
  ]
}

/** The page on which a field is mended; of a cell the page of its table. */
export function stepWith(steps: readonly Step[], field: string): string {
  const whole = isFormField(field) ? fieldOfCell(field) : field
  return steps.find((step) => step.fields.includes(whole))?.key ?? 'acting'
}

function fieldOfCell(field: string): string {
  const { name, mark } = answerName(field)
  return formField(name.split('.')[0] ?? '', mark)
}
