import { Anchor, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type { z } from 'zod'
import { BareFrame } from '#ui/bare-frame.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { currentCitizen, signOutCitizen } from '../../contract.ts'
import classes from './apply.module.css'
import { EasyTools } from './easy-tools.tsx'
import { forgetFiles } from './kept-files.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { SignIn } from './sign-in.tsx'
import { WriteFirst } from './write-first.tsx'

type Props = {
  readonly title: string
  /** What signing in is for; otherwise: to apply. */
  readonly signInTitle?: string
  readonly lead?: ReactNode
  /** May also be used by who has not signed in yet, and then says so. */
  readonly early?: boolean
  readonly children: ReactNode
}

/** The frame of the pages of one citizen: one column; whoever is not signed in is asked to first, and comes back here. */
export function CitizenFrame({ title, signInTitle, lead, early = false, children }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const citizen = useOperation(currentCitizen, {})
  const services = language === 'vi' ? '/dich-vu' : '/en/dich-vu'
  const who = citizen.data
  const isIn = who && (who.signedIn || early)
  const shown = who === undefined || isIn ? title : (signInTitle ?? m.signInTitle)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A new page of the application: whoever reads by ear or keyboard begins at its heading.
    heading.current?.focus()
  }, [shown])
  return (
    <BareFrame title={shown} visitor={{ home: services, account: <Account citizen={who} /> }}>
      <Stack gap="md">
        <EasyTools page={shown} />
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading ?? ''}>
          {shown}
        </Title>
        {who === undefined ? null : !isIn ? (
          <div id={SIGN_IN} tabIndex={-1} className={classes.heading}>
            <SignIn />
            {early && <WriteFirst />}
          </div>
        ) : (
          <>
            {lead}
            {children}
            {who.signedIn && (
              <Text size="sm" c="dimmed" mt="xl">
                {m.signedInAs(who.verified?.name ?? who.address ?? '')}
              </Text>
            )}
          </>
        )}
        <Anchor href={services}>{m.find}</Anchor>
      </Stack>
    </BareFrame>
  )
}

const SIGN_IN = 'dang-nhap'

/** The way in, or to what is one's own and out. */
function Account({ citizen }: { readonly citizen: z.output<typeof currentCitizen.output> | undefined }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const signOut = useChange(signOutCitizen, {
    onDone: () => void forgetFiles().then(() => location.assign(language === 'vi' ? '/dich-vu' : '/en/dich-vu')),
  })
  if (citizen === undefined) return null
  if (citizen === null)
    return (
      <Anchor inherit href={`#${SIGN_IN}`}>
        {m.signIn}
      </Anchor>
    )
  if (!citizen.signedIn) return <LinkTo to="/ho-so-cua-toi">{m.signIn}</LinkTo>
  return (
    <>
      <LinkTo to="/ho-so-cua-toi">{m.ownTitle}</LinkTo>
      <Anchor component="button" type="button" onClick={() => signOut.mutate({})}>
        {m.signOut}
      </Anchor>
    </>
  )
}
