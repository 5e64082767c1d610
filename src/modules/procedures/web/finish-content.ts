import type { ProcedureContent } from '../contract.ts'
import { freeCode } from './part-code.ts'

type Both = ProcedureContent['name']

/**
 * The content as it is sent: parts without a code get one from their name, and English that was left empty says the Vietnamese,
 * which is the language of record. Parts keep their order.
 */
export function finishContent(content: ProcedureContent): ProcedureContent {
  return {
    ...content,
    name: whole(content.name),
    steps: whole(content.steps),
    requirements: whole(content.requirements),
    papers: coded(content.papers.map((paper) => ({ ...paper, name: whole(paper.name) }))),
    results: coded(content.results.map((result) => ({ ...result, name: whole(result.name) }))),
    fees: coded(
      content.fees.map((fee) => ({
        ...fee,
        name: whole(fee.name),
        exemptions: fee.exemptions.map((one) => ({ ...one, who: whole(one.who) })),
      })),
    ),
    questions: content.questions.map((question) => ({
      ...question,
      label: whole(question.label),
      choices: question.type === 'choice' ? choicesOf(question) : [],
    })),
  }
}

const whole = ({ vi, en }: Both): Both => ({ vi, en: en.trim() === '' ? vi : en })

function coded<T extends { readonly code: string; readonly name: Both }>(parts: readonly T[]): T[] {
  const taken = parts.map(({ code }) => code).filter((code) => code !== '')
  return parts.map((part) => {
    if (part.code !== '') return part
    const code = freeCode(part.name.vi, taken)
    taken.push(code)
    return { ...part, code }
  })
}

function choicesOf({ choices }: ProcedureContent['questions'][number]) {
  const taken = choices.map(({ value }) => value).filter((value) => value !== '')
  return choices.map((choice) => {
    const label = whole(choice.label)
    if (choice.value !== '') return { ...choice, label }
    const value = freeCode(label.vi, taken)
    taken.push(value)
    return { value, label }
  })
}

const EMPTY: Both = { vi: '', en: '' }

/** What a new procedure says before anyone has typed. */
export const emptyContent = (fieldCode: string): ProcedureContent => ({
  name: EMPTY,
  fieldCode,
  onlineLevel: 'none',
  eligibleForFull: false,
  levels: ['commune'],
  applicants: ['citizen'],
  channels: ['counter'],
  steps: EMPTY,
  requirements: EMPTY,
  papers: [],
  sets: 1,
  results: [{ code: '', name: EMPTY, written: true, validMonths: null }],
  fees: [],
  terms: [{ when: null, term: { amount: 1, unit: 'working-days', rule: 'days' } }],
  supplementPauses: true,
  legalBasis: [{ number: '', title: '', article: null, issuedOn: null, effectiveOn: null, url: null }],
  questions: [],
  demonstration: false,
})
