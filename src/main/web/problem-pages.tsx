import { Text } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { en, vi } from './messages.ts'

export function NotFoundPage() {
  const m = useMessages({ vi, en })
  return (
    <Page title={m.notFound}>
      <EmptyState title={m.notFoundTitle} body={m.notFoundBody} action={<LinkButton to="/">{m.toStart}</LinkButton>} />
    </Page>
  )
}

export function NotAllowedPage({ permission }: { readonly permission: string }) {
  const m = useMessages({ vi, en })
  return (
    <Page title={m.notAllowed}>
      <EmptyState
        title={m.notAllowedTitle}
        body={
          <Text size="sm">
            {m.notAllowedBody} <code>{permission}</code>
          </Text>
        }
        action={<LinkButton to="/">{m.toStart}</LinkButton>}
      />
    </Page>
  )
}

/** In a session without a network only the pages of the counter open. */
export function NeedsNetworkPage() {
  const m = useMessages({ vi, en })
  return (
    <Page title={m.needsNetwork}>
      <EmptyState
        title={m.needsNetworkTitle}
        body={m.needsNetworkBody}
        action={<LinkButton to="/counter">{m.toCounter}</LinkButton>}
      />
    </Page>
  )
}

/** A page that failed: the rest of the platform goes on. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const m = useMessages({ vi, en })
  return (
    <Page title={m.pageFailed}>
      <ProblemAlert problem={error} onRetry={reset} />
    </Page>
  )
}
