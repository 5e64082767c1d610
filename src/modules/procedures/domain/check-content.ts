import type { Expression } from '#kernel/rules/expression.ts'
import { checkExpression } from '#kernel/rules/types.ts'
import { fieldsOf } from './answers.ts'
import type { Fee, ProcedureContent } from './content.ts'
import { type Finding, finding, reasonOf } from './findings.ts'

const error = (code: string, place: string, values: Finding['values'] = {}) => finding('error', code, place, values)

/** Everything that keeps the content from being published. */
export function checkContent(content: ProcedureContent): Finding[] {
  return [
    ...checkCodes(content),
    ...checkConditions(content),
    ...checkTerms(content),
    ...checkFees(content.fees),
    ...content.questions
      .filter(({ type, choices }) => type === 'choice' && choices.length === 0)
      .map(({ name }) => error('procedures/no-choices', `questions.${name}`, { code: name })),
    ...(content.onlineLevel !== 'none' && !content.channels.includes('online')
      ? [error('procedures/full-without-online', 'channels')]
      : []),
    ...(content.levels.includes('district') ? [error('procedures/district-level', 'levels')] : []),
  ]
}

/** No code twice in one list; a fee may stand there again for other days. */
function checkCodes({ papers, results, questions }: ProcedureContent): Finding[] {
  const lists = {
    papers: papers.map(({ code }) => code),
    results: results.map(({ code }) => code),
    questions: questions.map(({ name }) => name),
  }
  return Object.entries(lists).flatMap(([list, codes]) =>
    [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))].map((code) =>
      error('procedures/part-code-twice', `${list}.${code}`, { code }),
    ),
  )
}

/** Each condition is a yes or no over the questions. */
function checkConditions({ papers, fees, terms, questions }: ProcedureContent): Finding[] {
  const fields = fieldsOf(questions)
  const check = (when: Expression | null, place: string, code: string) => {
    const checked = when === null ? null : checkExpression(when, fields, 'boolean')
    if (!checked || !('errors' in checked)) return []
    return checked.errors
      .slice(0, 5)
      .map((fault) => error('procedures/bad-part-condition', place, { code, ...reasonOf(fault) }))
  }
  return [
    ...papers.flatMap(({ when, code }) => check(when, `papers.${code}`, code)),
    ...fees.flatMap(({ when, code, exemptions }) => [
      ...check(when, `fees.${code}`, code),
      ...exemptions.flatMap((one, index) => check(one.when, `fees.${code}.exemptions.${index}`, code)),
    ]),
    ...terms.flatMap(({ when }, index) => check(when, `terms.${index}`, `${index + 1}`)),
  ]
}

function checkTerms({ terms }: ProcedureContent): Finding[] {
  const empty = terms.flatMap(({ term }, index) =>
    term.amount === 0 && term.unit !== 'in-day' ? [error('procedures/empty-term', `terms.${index}`)] : [],
  )
  const isConditional = (terms.at(-1)?.when ?? null) !== null
  return isConditional ? [...empty, error('procedures/last-term-conditional', `terms.${terms.length - 1}`)] : empty
}

/** Of one unconditional fee there is one amount a day. */
function checkFees(fees: readonly Fee[]): Finding[] {
  return fees.flatMap((fee, index) => {
    const { code, validFrom, validTo } = fee
    if (validTo !== null && validTo <= validFrom) return [error('procedures/fee-days', `fees.${code}`, { code })]
    const other = fees.slice(index + 1).find((later) => later.code === code && meet(fee, later))
    if (!other) return []
    const day = other.validFrom > validFrom ? other.validFrom : validFrom
    return [error('procedures/fees-overlap', `fees.${code}`, { code, day })]
  })
}

const meet = (a: Fee, b: Fee) => a.validFrom < (b.validTo ?? '9999-12-31') && b.validFrom < (a.validTo ?? '9999-12-31')
