import { Anchor, Box, Breadcrumbs, Group, Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useId } from 'react'
import { LinkTo } from './link.tsx'
import classes from './page.module.css'
import { useWords } from './words.ts'

type Step = { readonly label: string; readonly to?: string }

type PageProps = {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly trail?: readonly Step[]
  /** `reading`: a column of text or one form; `normal`: most pages; `full`: wide tables. */
  readonly width?: 'reading' | 'normal' | 'full'
  readonly children: ReactNode
}

/** The frame of every page: its only `main` and only `h1`. */
export function Page({ title, lead, actions, trail = [], width = 'normal', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Hải Đăng`
  }, [title])
  return (
    <main id="main" tabIndex={-1} className={classes.main} data-width={width}>
      {trail.length > 0 && <Trail steps={trail} />}
      <header className={classes.head}>
        <Box className={classes.words}>
          <Title order={1}>{title}</Title>
          {lead && (
            <Text component="div" className={classes.lead}>
              {lead}
            </Text>
          )}
        </Box>
        {actions && (
          <Group gap="xs" className={classes.actions}>
            {actions}
          </Group>
        )}
      </header>
      {children}
    </main>
  )
}

function Trail({ steps }: { readonly steps: readonly Step[] }) {
  const words = useWords()
  return (
    <nav aria-label={words.trail} className={classes.trail}>
      <Breadcrumbs separator="›" separatorMargin={6}>
        {steps.map(({ label, to }) =>
          to ? (
            <LinkTo key={label} to={to} size="sm">
              {label}
            </LinkTo>
          ) : (
            <Text key={label} size="sm" c="dimmed">
              {label}
            </Text>
          ),
        )}
      </Breadcrumbs>
    </nav>
  )
}

type SectionProps = {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** Content up to the card's edge, for tables. */
  readonly flush?: boolean
  readonly children: ReactNode
}

/** A part of a page with its own heading (h2), on a card. */
export function Section({ title, lead, actions, flush = false, children }: SectionProps) {
  const id = useId()
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      className={classes.section}
      data-flush={flush || undefined}
      p={flush ? 0 : 'var(--hd-card)'}
    >
      <div className={classes.sectionHead}>
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {lead && (
            <Text component="div" size="sm" c="dimmed" mt={2}>
              {lead}
            </Text>
          )}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </div>
      <div className={classes.sectionBody}>{children}</div>
    </Paper>
  )
}

/** The first stop of the Tab key: past header and menu, straight to the content. */
export function SkipLink() {
  const words = useWords()
  return (
    <Anchor
      href="#main"
      className={classes.skip}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {words.skip}
    </Anchor>
  )
}
