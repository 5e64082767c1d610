import { Button, Group, List, Stack, Text, Title } from '@mantine/core'
import type { z } from 'zod'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { getDraft, getOwnCase, listConsents, setConsent } from '../../contract.ts'
import { ALL_PURPOSES } from '../../domain/draft.ts'
import classes from './apply.module.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Consent = z.output<typeof listConsents.output>['rows'][number]

/** What a citizen agreed to, by purpose and application, each with the way to take it back. */
export function ConsentsSection() {
  const m = useMessages({ vi, en })
  const { data } = useOperation(listConsents, {})
  if (!data || data.rows.length === 0) return null
  return (
    <section aria-labelledby="consents">
      <Title order={2} size="h4" id="consents" mb="xs">
        {m.consents}
      </Title>
      <List listStyleType="none" spacing="sm">
        {data.rows.map((row) => (
          <List.Item key={`${row.purpose} ${row.draftId}`} className={classes.card ?? ''}>
            <OneConsent consent={row} />
          </List.Item>
        ))}
      </List>
    </section>
  )
}

function OneConsent({ consent: { purpose, draftId, given, at, about, caseCode } }: { readonly consent: Consent }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { language } = useLanguage()
  const set = useChange(setConsent, { invalidates: [listConsents, getOwnCase, getDraft] })
  const words = ALL_PURPOSES.find(({ code }) => code === purpose)
  const settable = SETTABLE.find((one) => one === purpose)
  return (
    <Stack gap={4}>
      <Text>{words ? say(words) : purpose}</Text>
      {about && (
        <Text size="sm" c="dimmed">
          {say(about)} {caseCode}
        </Text>
      )}
      {set.error && <ProblemAlert problem={set.error} />}
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {given ? m.agreed : m.takenBack} {formatMoment(at)}
        </Text>
        {settable && given && (
          <Button
            size="xs"
            variant="default"
            loading={set.isPending}
            onClick={() => set.mutate({ purpose: settable, draftId, given: false, language })}
          >
            {m.takeBack}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** Notices of the browser are turned off where they are turned on. */
const SETTABLE = ['known', 'messages', 'reuse'] as const
