import { Button, Stack } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { getSignInWays } from '../../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { goToProvider } from './provider-flow.ts'

/** The way through the provider of identities, where there is one. `link`: for who is signed in by a code. */
export function ProviderButton({ link = false }: { readonly link?: boolean }) {
  const m = useMessages({ vi, en })
  const ways = useOperation(getSignInWays, {})
  const [going, setGoing] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const provider = ways.data?.provider
  if (!provider) return null
  const go = async () => {
    setGoing(true)
    setProblem(null)
    await goToProvider(link).catch((thrown: unknown) => {
      setProblem(thrown)
      setGoing(false)
    })
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Button
        size="md"
        variant={link ? 'default' : 'filled'}
        leftSection={<IconId size={20} aria-hidden />}
        loading={going}
        onClick={() => void go()}
      >
        {link ? m.linkProvider(provider.name) : m.signInBy(provider.name)}
      </Button>
      {problem !== null && <ProblemAlert problem={problem} />}
    </Stack>
  )
}
