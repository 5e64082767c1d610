import { useMemo } from 'react'
import { useMessages } from '#ui/language.tsx'
import { useOperation } from '#ui/query.ts'
import { currentCitizen } from '../../contract.ts'
import { type Fields, text } from '../../domain/draft.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** What the provider of identities vouched for, said in the form at each answer that is still so. The same object until it changes. */
export function useVouchedFacts() {
  const m = useMessages({ vi, en })
  const verified = useOperation(currentCitizen, {}).data?.verified
  return useMemo(() => {
    const { name, identityNumber, bornOn, address } = verified ?? {}
    const facts = Object.entries({ name, identityNumber, bornOn, address }).flatMap(([fact, value]) =>
      value ? [[fact, value] as const] : [],
    )
    return { by: verified ? m.providerName(verified.by, verified.simulated) : '', facts: Object.fromEntries(facts) }
  }, [verified, m])
}

type Role = 'subject' | 'representative'
type Part = 'name' | 'identityNumber' | 'bornOn' | 'address'

/** What the provider of identities vouched for of the party that is whoever writes; null: they are the other one, or nothing is. */
export function useVouched(role: Role, fields: Fields) {
  const m = useMessages({ vi, en })
  const known = useOperation(currentCitizen, {}).data?.verified
  const isSelf = text(fields, 'actingFor') === 'self'
  if (!known || isSelf !== (role === 'subject')) return null
  const { name, identityNumber, bornOn, address } = known
  const parts: Partial<Record<Part, string | null>> = { name, identityNumber, ...(isSelf && { bornOn, address }) }
  const by = m.providerName(known.by, known.simulated)
  return {
    by,
    given: Object.entries(parts).flatMap(([part, value]) => (value ? [[part, value] as const] : [])),
    /** Said at a part that stands as it was vouched for. */
    mark: (part: string): string | undefined => {
      const value = Object.entries(parts).find(([one]) => one === part)?.[1]
      return value && text(fields, `${role}.${part}`) === value ? m.vouched(by) : undefined
    },
  }
}
