import { Button, Stack, Text, Title } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { beginUnsigned, currentCitizen } from '../../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The way to begin an application now and to sign in before it is handed in. */
export function WriteFirst() {
  const m = useMessages({ vi, en })
  const begin = useChange(beginUnsigned, { invalidates: [currentCitizen] })
  return (
    <Stack gap="xs" align="flex-start" mt="lg">
      <Title order={2} size="h4">
        {m.writeFirstTitle}
      </Title>
      <Text>{m.writeFirstLead}</Text>
      {begin.error && <ProblemAlert problem={begin.error} />}
      <Button variant="default" size="md" loading={begin.isPending} onClick={() => begin.mutate({})}>
        {m.writeFirst}
      </Button>
    </Stack>
  )
}
