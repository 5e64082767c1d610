import { Anchor, Button, Group } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import classes from './talk.module.css'

export type Said = {
  readonly key: string
  /** Of the side that reads: at the right. */
  readonly own: boolean
  readonly who: string
  readonly when: string
  readonly text: string
  readonly files?: readonly { readonly key: string; readonly name: string; readonly href: string }[]
  /** Below the words: whether it was seen, and by whom it may be read. */
  readonly note?: string
  /** Not seen by this side before. */
  readonly fresh?: boolean
}

type Props = { readonly label: string; readonly said: readonly Said[] }

/** What two sides said to each other, the oldest first. What comes in while one looks is read out. */
export function Talk({ label, said }: Props) {
  return (
    <div role="log" aria-label={label}>
      <ol className={classes.talk}>
        {said.map(({ key, own, who, when, text, files = [], note, fresh }) => (
          <li key={key} className={classes.said} data-own={own || undefined} data-fresh={fresh || undefined}>
            <div className={classes.head}>
              <strong>{who}</strong> <span>{when}</span>
            </div>
            <p className={classes.text}>{text}</p>
            {files.map((file) => (
              <Anchor key={file.key} href={file.href} download className={classes.file ?? ''} underline="always">
                <IconPaperclip size={16} aria-hidden /> {file.name}
              </Anchor>
            ))}
            {note && <div className={classes.note}>{note}</div>}
          </li>
        ))}
      </ol>
    </div>
  )
}

type StepsProps = {
  readonly older: string
  readonly newest: string
  /** Where older words begin; null: there are none. */
  readonly next: string | null
  /** Where the shown ones began; undefined: these are the newest. */
  readonly after: string | undefined
  readonly onGo: (after: string | undefined) => void
}

/** From the newest words back to older ones. */
export function TalkSteps({ older, newest, next, after, onGo }: StepsProps) {
  return (
    <Group gap="sm">
      {next !== null && (
        <Button size="xs" variant="default" onClick={() => onGo(next)}>
          {older}
        </Button>
      )}
      {after !== undefined && (
        <Button size="xs" variant="default" onClick={() => onGo(undefined)}>
          {newest}
        </Button>
      )}
    </Group>
  )
}
