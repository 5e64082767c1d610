import { Button, Group } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { useOperation } from '#ui/query.ts'
import { currentCitizen } from '../../contract.ts'
import { type Fields, type FieldValue, text } from '../../domain/draft.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = {
  readonly role: 'subject' | 'representative'
  readonly fields: Fields
  readonly change: (name: string, value: FieldValue) => void
}

/** Puts in what the provider of identities vouched for: of the person concerned when one applies for oneself, else of who acts. */
export function KnownParty({ role, fields, change }: Props) {
  const m = useMessages({ vi, en })
  const known = useOperation(currentCitizen, {}).data?.verified
  const isSelf = text(fields, 'actingFor') === 'self'
  if (!known || isSelf !== (role === 'subject')) return null
  const parts = { name: known.name, identityNumber: known.identityNumber, ...(isSelf && { bornOn: known.bornOn }) }
  const given = Object.entries(parts).filter(([, value]) => value !== null)
  const isPut = given.every(([part, value]) => text(fields, `${role}.${part}`) === value)
  if (given.length === 0 || isPut) return null
  return (
    <Group>
      <Button
        variant="default"
        onClick={() => {
          for (const [part, value] of given) change(`${role}.${part}`, value ?? '')
        }}
      >
        {m.useKnown(known.by)}
      </Button>
    </Group>
  )
}
