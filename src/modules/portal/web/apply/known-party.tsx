import { Button, Group } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { type Fields, type FieldValue, text } from '../../domain/draft.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { useVouched } from './use-vouched.ts'

type Props = {
  readonly role: 'subject' | 'representative'
  readonly vouched: ReturnType<typeof useVouched>
  readonly fields: Fields
  readonly change: (name: string, value: FieldValue) => void
}

/** Puts in what the provider of identities vouched for: of the person concerned when one applies for oneself, else of who acts. */
export function KnownParty({ role, vouched, fields, change }: Props) {
  const m = useMessages({ vi, en })
  if (!vouched) return null
  const { given, by } = vouched
  const isPut = given.every(([part, value]) => text(fields, `${role}.${part}`) === value)
  if (given.length === 0 || isPut) return null
  return (
    <Group>
      <Button
        variant="default"
        onClick={() => {
          for (const [part, value] of given) change(`${role}.${part}`, value)
        }}
      >
        {m.useKnown(by)}
      </Button>
    </Group>
  )
}
