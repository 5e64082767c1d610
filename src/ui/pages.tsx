import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { call } from './call.ts'
import { useOperation } from './query.ts'
import { useToast } from './toast.tsx'
import { useWords } from './words.ts'

type Page = { readonly next: string | null }

/** A list that grows page by page: the first is kept fresh, the later ones are asked for. Keyed by what is asked, it begins anew. */
export function usePages<I extends z.ZodObject, O extends z.ZodType<Page>>(
  contract: Endpoint<I, O>,
  input: z.input<I>,
  topics: readonly string[] = [],
) {
  const toast = useToast()
  const first = useOperation(contract, input, { topics })
  const [later, setLater] = useState<readonly z.output<O>[]>([])
  const [isAsking, setAsking] = useState(false)
  const after = (later.at(-1) ?? first.data)?.next ?? null
  const ask = async () => {
    setAsking(true)
    await call(contract, { ...input, after })
      .then((page) => setLater((pages) => [...pages, page]))
      .catch((thrown: unknown) => toast.problem(thrown))
    setAsking(false)
  }
  return { first, pages: first.data ? [first.data, ...later] : [], hasMore: after !== null, isAsking, ask }
}

type Props = { readonly list: Pick<ReturnType<typeof usePages>, 'hasMore' | 'isAsking' | 'ask'> }

/** Asks for the next page, while there is one. */
export function MoreButton({ list: { hasMore, isAsking, ask } }: Props) {
  const words = useWords()
  if (!hasMore) return null
  return (
    <Group justify="center">
      <Button variant="default" loading={isAsking} onClick={() => void ask()}>
        {words.morePages}
      </Button>
    </Group>
  )
}
