import { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import type { PartyValues } from '../domain/case.ts'
import { type CheckedParty, checkParty } from '../domain/party.ts'
import type { PartyRow } from '../store/tables.ts'
import type { Acting } from './acting.ts'

/** The party in its kept form. Throws naming every field that cannot be right. */
export function checkedParty(role: PartyRow['role'], given: PartyValues): CheckedParty {
  const checked = checkParty(given)
  if (checked.faults.length === 0) return checked
  throw new Problem('invalid-input', 'platform/invalid-input', 'Some fields are not right.', {
    errors: checked.faults.map(({ path, code }) => ({ path: `${role}.${path}`, code, message: code })),
  })
}

/** The rows of the parties of a case. */
export function partyRows(
  { newId }: Pick<Acting, 'newId'>,
  caseId: string,
  subject: CheckedParty | null,
  representative: CheckedParty | null,
  ground: string | null,
): PartyRow[] {
  const row = (role: PartyRow['role'], { party, warnings }: CheckedParty): PartyRow => ({
    id: newId(),
    caseId,
    role,
    ...valuesOf(party),
    ground: role === 'representative' ? ground : null,
    warnings,
  })
  return [
    ...(subject ? [row('subject', subject)] : []),
    ...(representative ? [row('representative', representative)] : []),
  ]
}

function valuesOf(party: PartyValues): PartyValues {
  const { kind, name, identityNumber, taxCode, bornOn, gender, phone, email, address } = party
  return { kind, name, identityNumber, taxCode, bornOn, gender, phone, email, address }
}

/** What a case is found by: code, title, names and numbers, without marks and in small letters. */
export function searchTextOf(code: string | null, title: string, parties: readonly PartyValues[]): string {
  const words = parties.flatMap(({ name, identityNumber, taxCode, phone }) => [name, identityNumber, taxCode, phone])
  return fold([code, ...words, title].filter((word) => word !== null).join(' '))
}
