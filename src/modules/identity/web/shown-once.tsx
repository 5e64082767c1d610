import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { CopyButton } from '#ui/copy-button.tsx'
import { useTexts } from './texts.ts'

/** A temporary password, shown this once. */
export function ShownOnce({ password, onDone }: { readonly password: string; readonly onDone: () => void }) {
  const m = useTexts()
  return (
    <Stack gap="sm">
      <Alert color="yellow" variant="light" title={m.temporaryPassword}>
        <Group gap="xs">
          <Code fz="md">{password}</Code>
          <CopyButton text={password} />
        </Group>
        <Text size="sm" mt="xs">
          {m.temporaryPasswordLead}
        </Text>
      </Alert>
      <Button onClick={onDone}>{m.done}</Button>
    </Stack>
  )
}
