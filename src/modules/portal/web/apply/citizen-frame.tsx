import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { BareFrame } from '#ui/bare-frame.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { currentCitizen, signOutCitizen } from '../../contract.ts'
import classes from './apply.module.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { SignIn } from './sign-in.tsx'

type Props = { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode }

/** The frame of the pages of one citizen: one column; whoever is not signed in is asked to first, and comes back here. */
export function CitizenFrame({ title, lead, children }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const citizen = useOperation(currentCitizen, {})
  const services = language === 'vi' ? '/dich-vu' : '/en/dich-vu'
  const signOut = useChange(signOutCitizen, {
    onDone: () => location.assign(services),
  })
  const shown = citizen.data === null ? m.signInTitle : title
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A new page of the application: whoever reads by ear or keyboard begins at its heading.
    heading.current?.focus()
  }, [shown])
  return (
    <BareFrame title={shown}>
      <Stack gap="md">
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading ?? ''}>
          {shown}
        </Title>
        {citizen.data === undefined ? null : citizen.data === null ? (
          <SignIn />
        ) : (
          <>
            {lead}
            {children}
            <Group justify="space-between" mt="xl">
              <Text size="sm" c="dimmed">
                {m.signedInAs(citizen.data.address)}
              </Text>
              <Button variant="subtle" size="compact-md" onClick={() => signOut.mutate({})}>
                {m.signOut}
              </Button>
            </Group>
          </>
        )}
        <Anchor href={services}>{m.find}</Anchor>
      </Stack>
    </BareFrame>
  )
}
