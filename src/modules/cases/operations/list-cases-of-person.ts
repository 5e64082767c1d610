import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { wholeNumber } from '../domain/search.ts'
import { listCasesOfPerson as findCases, type PersonKey } from '../store/people.ts'
import { summarise } from '../summary.ts'

export const listCasesOfPerson = operation(
  contract.listCasesOfPerson,
  async ({ tx, now }, { after, limit, ...person }) => {
    const rows = await findCases(tx, keyOf(person), { after: after ?? null, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    return {
      cases: await summarise(tx, shown, now),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    }
  },
)

const KINDS = ['identityNumber', 'taxCode', 'phone'] as const satisfies readonly PersonKey['by'][]

function keyOf(person: Partial<Record<PersonKey['by'], string | undefined>>): PersonKey {
  const given = KINDS.flatMap((by) => (person[by] === undefined ? [] : [{ by, value: wholeNumber(person[by]) }]))
  const [only, ...more] = given
  if (only && more.length === 0) return only
  throw new Problem('invalid-input', 'cases/one-number-of-a-person', 'Exactly one number is asked.')
}
