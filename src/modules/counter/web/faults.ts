import type { z } from 'zod'
import type { receiveNewCase } from '#modules/cases/contract.ts'
import type { CallProblem } from '#ui/call.ts'

type Party = z.output<typeof receiveNewCase.input>['subject']
type CheckParty = (party: Party) => { readonly faults: readonly { readonly path: string; readonly code: string }[] }

/**
 * What the server would refuse of an intake by its fields alone, found while the citizen still stands at the counter; null when nothing. In
 * the form in which refusals of the server come.
 */
export function faultsOf(
  schema: typeof receiveNewCase.input,
  intake: z.input<typeof receiveNewCase.input>,
  checkParty: CheckParty,
  missing: number,
): CallProblem | null {
  const parsed = schema.safeParse(intake)
  const errors = parsed.success
    ? [
        ...faultsIn('subject', parsed.data.subject, checkParty),
        ...(parsed.data.representative ? faultsIn('representative', parsed.data.representative, checkParty) : []),
      ]
    : parsed.error.issues.map(({ path, code, message }) => ({
        path: path.join('.'),
        code: code === 'too_small' || code === 'invalid_type' ? 'platform/required' : 'platform/invalid-field',
        message,
      }))
  // A paper that is not there needs a word why it is received all the same.
  if (errors.length === 0 && missing > 0 && !intake.missingReason?.trim())
    return refusal('cases/papers-missing', { values: { count: missing, papers: '' } })
  if (errors.length === 0) return null
  return refusal('platform/invalid-input', { errors })
}

function refusal(code: string, more: Partial<CallProblem['body']>): CallProblem {
  const body = { type: 'about:blank', title: 'invalid-input', status: 400, code, ...more }
  return Object.assign(new Error(code), { body, requestId: null })
}

function faultsIn(role: string, party: Party, checkParty: CheckParty) {
  return checkParty(party).faults.map(({ path, code }) => ({ path: `${role}.${path}`, code, message: code }))
}
