import { SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { DateField } from '#ui/date-field.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { checkParty } from '../domain/party.ts'
import { PARTY_KINDS } from '../domain/words.ts'
import { type PartyDraft, partyInput } from './intake-draft.ts'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { genderWords, partyKindWords } from './words.ts'

type Props = {
  /** Where the fields stand in the request: `subject`. Refusals come back under these names. */
  readonly path: string
  readonly party: PartyDraft
  readonly onChange: (fields: Partial<PartyDraft>) => void
  readonly errorOf: (path: string) => string | undefined
}

/** A person or organisation, with only the fields its kind has. */
export function PartyFields({ path, party, onChange, errorOf }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const isPerson = party.kind === 'person'
  const hasPerson = isPerson || party.kind === 'household-business'
  const problem = useProblemText()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { faults } = checkParty(partyInput(party))
  const faultOf = (name: keyof PartyDraft) => {
    const fault = left.has(`${path}.${name}`) ? faults.find((one) => one.path === name) : undefined
    return fault && problem.detail({ path: '', code: fault.code, message: fault.code })
  }
  const text = (name: 'name' | 'identityNumber' | 'taxCode' | 'phone' | 'email' | 'address') => ({
    name: `${path}.${name}`,
    value: party[name],
    onChange: (value: string) => onChange({ [name]: value }),
    error: errorOf(`${path}.${name}`) ?? faultOf(name),
    autoComplete: 'off',
  })
  return (
    <SimpleGrid
      cols={{ base: 1, xs: 2, lg: 3 }}
      spacing="sm"
      // Nobody is told that a number is wrong before they have typed it.
      onBlur={({ target }) => setLeft((now) => new Set([...now, target.getAttribute('name') ?? '']))}
    >
      <TextField {...text('name')} label={hasPerson ? m.name : m.organisationName} required maxLength={200} />
      {hasPerson && (
        <TextField {...text('identityNumber')} label={m.identityNumber} inputMode="numeric" maxLength={20} />
      )}
      {!isPerson && <TextField {...text('taxCode')} label={m.taxCode} maxLength={20} />}
      <TextField {...text('phone')} label={m.phone} inputMode="numeric" maxLength={20} />
      <TextField {...text('address')} label={m.address} maxLength={500} />
      {hasPerson && (
        <>
          <DateField
            name={`${path}.bornOn`}
            label={m.bornOn}
            value={party.bornOn}
            onChange={(bornOn) => onChange({ bornOn })}
            error={errorOf(`${path}.bornOn`)}
          />
          <SelectField
            label={m.gender}
            value={party.gender}
            clearable
            onChange={(gender) => onChange({ gender: gender === 'male' || gender === 'female' ? gender : null })}
            options={(['male', 'female'] as const).map((value) => ({ value, label: say(genderWords[value]) }))}
          />
        </>
      )}
      <TextField {...text('email')} label={m.email} type="email" maxLength={200} />
      <SelectField
        label={m.kind}
        value={party.kind}
        onChange={(kind) => onChange({ kind: PARTY_KINDS.find((one) => one === kind) ?? 'person' })}
        options={PARTY_KINDS.map((value) => ({ value, label: say(partyKindWords[value]) }))}
      />
    </SimpleGrid>
  )
}
