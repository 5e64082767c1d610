import { Alert, Button, Group, Text } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly why: string; readonly onSignIn: () => void }

/** What waits until the writer has signed in, and the way to do that here. */
export function SignInFirst({ why, onSignIn }: Props) {
  const m = useMessages({ vi, en })
  return (
    <Alert color="lamp" role="note">
      <Text>{why}</Text>
      <Group mt="xs">
        <Button variant="default" onClick={onSignIn}>
          {m.signIn}
        </Button>
      </Group>
    </Alert>
  )
}
