import { Button, Stack, Text } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { getSignInWays } from '../../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { goToProvider } from './provider-flow.ts'

/** The way through the provider of identities, where there is one. `link`: for who is signed in by a code. */
export function ProviderButton({ link = false }: { readonly link?: boolean }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const ways = useOperation(getSignInWays, {})
  const [going, setGoing] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    // Back by the browser's own button, the page stands as it was left: on its way.
    const stay = (event: PageTransitionEvent) => event.persisted && setGoing(false)
    addEventListener('pageshow', stay)
    return () => removeEventListener('pageshow', stay)
  }, [])
  const provider = ways.data?.provider
  if (!provider) return null
  const name = m.providerName(provider.name, provider.simulated)
  const go = async () => {
    setGoing(true)
    setProblem(null)
    await goToProvider(link, language).catch((thrown: unknown) => {
      setProblem(thrown)
      setGoing(false)
    })
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="md"
        variant={link ? 'default' : 'filled'}
        leftSection={<IconId size={20} aria-hidden />}
        loading={going}
        onClick={() => void go()}
      >
        {link ? m.linkProvider(name) : m.signInBy(name)}
      </Button>
      {provider.simulated && (
        <Text size="sm" c="dimmed">
          {m.simulatedProvider(provider.name)}
        </Text>
      )}
      {problem !== null && <ProblemAlert problem={problem} />}
    </Stack>
  )
}
