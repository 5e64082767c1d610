import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type CallProblem, call, isCallProblem } from './call.ts'
import { useHeld } from './held.ts'
import { useTopics } from './live.ts'

type Watching = {
  /** Topics announced by the server after which this answer is out of date: it is fetched again by itself. */
  readonly topics?: readonly string[]
  /** Show the last answer while the next one (another page, another filter) is on its way. */
  readonly keepPrevious?: boolean
}

/** The answer of a reading operation, kept fresh; `input: null` waits until there is something to ask. */
export function useOperation<I extends z.ZodObject, O extends z.ZodType>(
  contract: Endpoint<I, O>,
  input: z.input<I> | null,
  { topics = [], keepPrevious = false }: Watching = {},
): UseQueryResult<z.output<O>, CallProblem> {
  useTopics(topics)
  const isHeld = useHeld()
  return useQuery<z.output<O>, CallProblem>({
    queryKey: [contract.id, input],
    queryFn: ({ signal }) => call(contract, input as z.input<I>, { signal }),
    enabled: input !== null && !isHeld,
    meta: { topics },
    retry: mayRetry,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  })
}

type Change<Output, Input> = {
  readonly onDone?: (output: Output, input: Input) => unknown
  readonly onProblem?: (problem: CallProblem) => unknown
  /** Reading operations whose answers this change makes out of date. */
  readonly invalidates?: readonly { readonly id: string }[]
}

/** A changing operation: `mutate(input)`, or `mutateAsync` where the caller waits; `error` is a `CallProblem`. */
export function useChange<I extends z.ZodObject, O extends z.ZodType>(
  contract: Endpoint<I, O>,
  { onDone, onProblem, invalidates = [] }: Change<z.output<O>, z.input<I>> = {},
): UseMutationResult<z.output<O>, CallProblem, z.input<I>> {
  const client = useQueryClient()
  return useMutation<z.output<O>, CallProblem, z.input<I>>({
    mutationFn: (input) => sendSafely(contract, input),
    onSuccess: async (output, input) => {
      await Promise.all(invalidates.map(({ id }) => client.invalidateQueries({ queryKey: [id] })))
      await onDone?.(output, input)
    },
    ...(onProblem && { onError: onProblem }),
  })
}

/** One more try when the network failed on the way: the same key makes sure that it happens once. */
async function sendSafely<I extends z.ZodObject, O extends z.ZodType>(contract: Endpoint<I, O>, input: z.input<I>) {
  const idempotencyKey = crypto.randomUUID()
  try {
    return await call(contract, input, { idempotencyKey })
  } catch (thrown) {
    const lostOnTheWay = isCallProblem(thrown) && thrown.body.code === 'platform/unreachable'
    if (!lostOnTheWay || !contract.idempotent) throw thrown
    return call(contract, input, { idempotencyKey })
  }
}

/** A browser that knows it has no network says so at once: a counter is opened by whoever waits for it. */
function mayRetry(failures: number, problem: CallProblem): boolean {
  return navigator.onLine && failures < 2 && (!isCallProblem(problem) || problem.body.status >= 502)
}
