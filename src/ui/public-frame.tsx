import { Anchor } from '@mantine/core'
import { createContext, type ReactNode, use } from 'react'
import { useLabel, useMessages } from './language.tsx'
import { LinkTo, useFollow } from './link.tsx'
import { NamedMark } from './mark.tsx'
import type { PublicLink } from './module.ts'
import { SkipLink } from './page.tsx'
import classes from './public-frame.module.css'
import { Ribbon } from './ribbon.tsx'
import { useSession } from './session.tsx'
import { LanguageSwitch } from './shell-controls.tsx'
import { en, vi } from './shell-messages.ts'

type Public = {
  readonly links: readonly PublicLink[]
  /** A permanent band under the header, such as "Demonstration data". */
  readonly ribbon: string | null
}

/** What the pages for everyone offer; the program fills it from its modules. */
export const PublicContext = createContext<Public>({ links: [], ribbon: null })

/** On pages of people who are no officials. */
export type Visitor = {
  /** Where the mark leads, a page of its own. */
  readonly home: string
  /** What stands where officials sign in. */
  readonly account: ReactNode
}

type Props = { readonly look?: 'beam' | 'plain'; readonly visitor?: Visitor | undefined; readonly children: ReactNode }

/** The frame of pages that need no signing in: where else one may go, the way in, and the language. Every page brings its own `main`. */
export function PublicFrame({ look = 'plain', visitor, children }: Props) {
  const follow = useFollow('/')
  const m = useMessages({ vi, en })
  const { ribbon } = use(PublicContext)
  return (
    <div className={classes.page} data-look={look}>
      <SkipLink />
      <header className={classes.head}>
        <a
          href={visitor?.home ?? '/'}
          className={classes.home}
          aria-label={m.home}
          {...(!visitor && { onClick: follow })}
        >
          <NamedMark size={34} />
        </a>
        {visitor ? <VisitorLinks {...visitor} /> : <Links />}
        <span className={classes.switch}>
          <LanguageSwitch />
        </span>
      </header>
      <Ribbon text={ribbon} />
      {children}
    </div>
  )
}

/** Each leads out of this page: it is one with a content policy of its own. */
function VisitorLinks({ account }: Visitor) {
  const m = useMessages({ vi, en })
  return (
    <nav aria-label={m.forEveryone} className={classes.links}>
      <ServedLinks />
      {account}
    </nav>
  )
}

function ServedLinks() {
  const say = useLabel()
  const { links } = use(PublicContext)
  return links
    .filter(({ served }) => served)
    .map(({ to, label }) => (
      <Anchor key={to} inherit href={say({ vi: to, en: `/en${to}` })}>
        {say(label)}
      </Anchor>
    ))
}

/** Somebody whose session is locked, or who has to do something first, is led nowhere else. */
function Links() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { links } = use(PublicContext)
  const { state } = useSession()
  if (state !== 'anonymous' && state !== 'signed-in') return null
  const wayIn = { to: '/sign-in', label: { vi: vi.signIn, en: en.signIn } }
  return (
    <nav aria-label={m.forEveryone} className={classes.links}>
      <ServedLinks />
      {[...links.filter(({ served }) => !served), ...(state === 'anonymous' ? [wayIn] : [])].map(({ to, label }) => (
        <LinkTo key={to} to={to}>
          {say(label)}
        </LinkTo>
      ))}
    </nav>
  )
}
