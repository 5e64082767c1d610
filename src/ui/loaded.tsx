import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type CallProblem, passes, saysSessionChanged } from './call.ts'
import { EmptyState } from './empty-state.tsx'
import { ProblemAlert } from './problem.tsx'
import { useWords } from './words.ts'

type Props<T> = {
  readonly query: UseQueryResult<T, CallProblem>
  /** Whether the answer holds nothing to show. */
  readonly empty?: (answer: T) => boolean
  readonly emptyState?: ReactNode
  /** Lines of the skeleton while nothing is known yet. */
  readonly lines?: number
  readonly children: (answer: T) => ReactNode
}

/** The four faces of an answer: on its way, refused, empty, there. */
export function Loaded<T>({ query, empty, emptyState, lines = 4, children }: Props<T>) {
  const words = useWords()
  // A session that has to be unlocked first, or a server that does not answer now, takes nothing away that is on the screen.
  const isPassing = query.data !== undefined && passes(query.error)
  const isKept = isPassing || (query.data !== undefined && saysSessionChanged(query.error))
  if (query.isError && !isKept) return <ProblemAlert problem={query.error} onRetry={() => query.refetch()} />
  if (query.data === undefined) return <Lines count={lines} />
  if (empty?.(query.data)) return emptyState ?? <EmptyState title={words.nothing} />
  return (
    <>
      {isPassing && <ProblemAlert problem={query.error} onRetry={() => query.refetch()} />}
      {children(query.data)}
    </>
  )
}

/** Grey lines in the place of text that is on its way. */
export function Lines({ count = 4 }: { readonly count?: number }) {
  const words = useWords()
  return (
    <Stack component="output" gap="sm" aria-busy="true">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      {Array.from({ length: count }, (_, line) => (
        // The lines never change places.
        <Skeleton key={`line-${line}`} height={14} width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  )
}
