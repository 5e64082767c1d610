import { Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { Mark } from '#ui/mark.tsx'
import { LanguageSwitch } from '#ui/shell-controls.tsx'
import classes from './entry-frame.module.css'

type Props = {
  readonly title: string
  readonly lead?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** The frame of the pages one meets before the platform itself: the lighthouse, one card, and what may stand beside it. */
export function EntryFrame({ title, lead, aside, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Hải Đăng`
  }, [title])
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Mark size={44} />
        <span className={classes.name}>Hải Đăng</span>
        <span className={classes.switch}>
          <LanguageSwitch />
        </span>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <section className={classes.card} aria-labelledby="entry-title">
          <Title order={1} id="entry-title" className={classes.title ?? ''}>
            {title}
          </Title>
          {lead && <Text className={classes.lead ?? ''}>{lead}</Text>}
          {children}
        </section>
        {aside}
      </main>
    </div>
  )
}
