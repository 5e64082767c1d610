import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { BareFrame } from '#ui/bare-frame.tsx'
import classes from './entry-frame.module.css'

type Props = {
  readonly title: string
  readonly lead?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** The frame of the pages one meets before the platform itself: one card, and what may stand beside it. */
export function EntryFrame({ title, lead, aside, children }: Props) {
  return (
    <BareFrame title={title} look="beam">
      <section className={classes.card} aria-labelledby="entry-title">
        <Title order={1} id="entry-title" className={classes.title ?? ''}>
          {title}
        </Title>
        {lead && <Text className={classes.lead ?? ''}>{lead}</Text>}
        {children}
      </section>
      {aside}
    </BareFrame>
  )
}
