import { Stack, Text } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { type Fields, type FieldValue, PURPOSES } from '../../domain/draft.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly fields: Fields; readonly change: (name: string, value: FieldValue) => void }

/** One box for each purpose, none of them ticked beforehand. */
export function ConsentStep({ fields, change }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <Stack gap="md">
      <Text>{m.legalGround}</Text>
      <Text>{m.consentLead}</Text>
      {PURPOSES.map((purpose) => (
        <CheckField
          key={purpose.code}
          name={`consent.${purpose.code}`}
          label={say(purpose)}
          value={fields[`consent.${purpose.code}`] === true}
          onChange={(on) => change(`consent.${purpose.code}`, on)}
        />
      ))}
    </Stack>
  )
}
