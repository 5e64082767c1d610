import { Anchor, List, Stack, Text } from '@mantine/core'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { listOwn } from '../../contract.ts'
import classes from './apply.module.css'
import { CitizenFrame } from './citizen-frame.tsx'
import { ConsentsSection } from './consents-section.tsx'
import { KnownSection } from './known-section.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { ProviderButton } from './provider-button.tsx'
import { PushSection } from './push-section.tsx'
import { useSignedIn } from './use-citizen.ts'

/** What a citizen is writing and what was handed in. */
export function OwnPage() {
  const m = useMessages({ vi, en })
  const citizen = useSignedIn()
  return (
    <CitizenFrame title={m.ownTitle} signInTitle={m.signInToSee}>
      {citizen && (
        <Stack gap="xl">
          <OwnList />
          {citizen.verified === null ? <ProviderButton link /> : <KnownSection verified={citizen.verified} />}
          <ConsentsSection />
          <LinkTo to="/phan-anh">{m.complaints}</LinkTo>
          <PushSection />
        </Stack>
      )}
    </CitizenFrame>
  )
}

function OwnList() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const own = useOperation(listOwn, {})
  return (
    <Loaded query={own} empty={({ rows }) => rows.length === 0} emptyState={<Text>{m.ownEmpty}</Text>}>
      {({ rows }) => (
        <List listStyleType="none" spacing="sm">
          {rows.map(({ id, state, procedureCode, name, caseCode, changedAt }) => (
            <List.Item key={id} className={classes.card ?? ''}>
              <Stack gap={4}>
                <Text fw={600}>{say(name)}</Text>
                <Text size="sm" c="dimmed">
                  {caseCode ?? m.changed(formatMoment(changedAt))}
                </Text>
                {state === 'filed' ? (
                  <LinkTo to={`/ho-so-cua-toi/${id}`}>
                    {m.follow} {caseCode}
                  </LinkTo>
                ) : (
                  <Anchor href={`/nop-ho-so/${procedureCode}?ho-so=${id}`}>
                    {m.goOn}: {say(name)}
                  </Anchor>
                )}
              </Stack>
            </List.Item>
          ))}
        </List>
      )}
    </Loaded>
  )
}
