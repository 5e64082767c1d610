import type { Draft } from '../../contract.ts'
import { type Fields, text } from '../../domain/draft.ts'

/** One thing a page: what is asked on it, and which fields stand there. */
export type Step = { readonly key: string; readonly fields: readonly string[] }

const PARTY = ['name', 'identityNumber', 'bornOn', 'gender', 'address', 'phone', 'email']

/** The pages of an application over what was answered so far, in their order. */
export function stepsOf(draft: Draft, fields: Fields): Step[] {
  const acting = text(fields, 'actingFor')
  const isOther = acting !== '' && acting !== 'self'
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
    { key: 'place', fields: ['unitId'] },
    ...draft.procedure.papers.map(({ code }) => ({ key: `paper.${code}`, fields: [`paper.${code}`] })),
    { key: 'result', fields: ['returnWay'] },
    { key: 'consent', fields: [] },
    { key: 'check', fields: [] },
  ]
}
