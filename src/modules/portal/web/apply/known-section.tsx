import { Text, Title } from '@mantine/core'
import type { z } from 'zod'
import { isDay } from '#kernel/calendar.ts'
import { CheckField } from '#ui/check-field.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { type Citizen, getDraft, listConsents, setConsent } from '../../contract.ts'
import { KNOWN_PURPOSE } from '../../domain/draft.ts'
import { maskedNumber } from '../../domain/verified.ts'
import classes from './apply.module.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Verified = NonNullable<z.output<typeof Citizen>['verified']>

/** What the provider of identities vouched for, for the citizen's own eyes, and whether it may be put in for them. */
export function KnownSection({ verified }: { readonly verified: Verified }) {
  const m = useMessages({ vi, en })
  const { name, identityNumber, bornOn, address, by, simulated, at } = verified
  const facts = [
    [m.party.name, name],
    [m.party.identityNumber, identityNumber && maskedNumber(identityNumber)],
    [m.party.bornOn, bornOn !== null && isDay(bornOn) ? formatDay(bornOn) : bornOn],
    [m.party.address, address],
  ] as const
  return (
    <section aria-labelledby="known" className={classes.card}>
      <Title order={2} size="h4" id="known">
        {m.knownTitle(m.providerName(by, simulated))}
      </Title>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Text size="sm" c="dimmed" my="sm">
        {m.knownSince(formatMoment(at))}
      </Text>
      <MayBePutIn />
    </section>
  )
}

function MayBePutIn() {
  const say = useLabel()
  const { language } = useLanguage()
  const consents = useOperation(listConsents, {})
  const set = useChange(setConsent, { invalidates: [listConsents, getDraft] })
  const { code } = KNOWN_PURPOSE
  if (!consents.data) return null
  const given = consents.data.rows.some(({ purpose, given: yes }) => purpose === code && yes)
  return (
    <>
      <CheckField
        name="consent.known"
        label={say(KNOWN_PURPOSE)}
        value={set.isPending ? (set.variables.given ?? given) : given}
        onChange={(on) => set.mutate({ purpose: code, given: on, language })}
      />
      {set.error && <ProblemAlert problem={set.error} />}
    </>
  )
}
