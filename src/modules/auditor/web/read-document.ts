import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type CallProblem, call } from '#ui/call.ts'
import { useHeld } from '#ui/held.ts'
import { readDocument } from '../contract.ts'
import type { Block } from '../domain/document.ts'

/** Blocks fetched and drawn at a time: a first screen at once, the rest behind it. */
const FIRST = 60
const PART = 250

export type DocumentPart = { readonly fromBlock: number; readonly blocks: readonly Block[] }

/** The audited document, part after part until all of it is here; it never changes. */
export function useDocument(auditId: string) {
  const isHeld = useHeld()
  const query = useInfiniteQuery<
    { readonly fromBlock: number; readonly blocks: Block[]; readonly next: number | null },
    CallProblem,
    { readonly parts: readonly DocumentPart[] },
    readonly unknown[],
    number
  >({
    queryKey: [readDocument.id, auditId],
    queryFn: ({ pageParam, signal }) =>
      call(readDocument, { auditId, fromBlock: pageParam, limit: pageParam === 0 ? FIRST : PART }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ parts: pages }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: !isHeld,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  return query
}
