import { Button, Group } from '@mantine/core'
import { useTexts } from './texts.ts'

type Props = {
  /** Where the shown page begins; undefined: at the newest. */
  readonly from: string | undefined
  /** Where the next one begins; null: there is none. */
  readonly next: string | null
  readonly onGo: (from: string | undefined) => void
}

/** Under a list from the newest: back to the newest, and on to what is older. */
export function PageFooter({ from, next, onGo }: Props) {
  const m = useTexts()
  return (
    <Group gap="xs">
      {from && (
        <Button size="xs" variant="default" onClick={() => onGo(undefined)}>
          {m.newest}
        </Button>
      )}
      {next && (
        <Button size="xs" variant="default" onClick={() => onGo(next)}>
          {m.older}
        </Button>
      )}
    </Group>
  )
}
