import { useParams, useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { z } from 'zod'

/** A part of the page's path, such as `unitId` of `/units/$unitId`. */
export function usePathPart(name: string): string {
  const parts: Record<string, string | undefined> = useParams({ strict: false })
  return parts[name] ?? ''
}

/** The filters of a page, kept in the address bar so that a link shows the same. Fields are flat; wrong ones take their default. */
export function useAddress<S extends z.ZodObject>(
  schema: S,
): [z.output<S>, (change: Partial<z.input<S>>, how?: { readonly push?: boolean }) => void] {
  const router = useRouter()
  const query = useRouterState({ select: (state) => state.location.searchStr })
  const value = useMemo(() => readAddress(schema, query), [schema, query])
  const change = useCallback(
    (fields: Partial<z.input<S>>, { push = false } = {}) => {
      const next = new URLSearchParams(router.state.location.searchStr)
      for (const [name, field] of Object.entries(fields)) {
        if (field === undefined || field === null || field === '') next.delete(name)
        else next.set(name, String(field))
      }
      const text = next.toString()
      const address = router.state.location.pathname + (text && `?${text}`)
      if (push) router.history.push(address)
      else router.history.replace(address)
    },
    [router],
  )
  return [value, change]
}

/** The fields of a query text; a field that does not fit the schema is left out. */
export function readAddress<S extends z.ZodObject>(schema: S, query: string): z.output<S> {
  const given: Record<string, string> = Object.fromEntries(new URLSearchParams(query))
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => name in schema.shape))
  const first = schema.safeParse(known)
  if (first.success) return first.data
  for (const issue of first.error.issues) delete known[String(issue.path[0])]
  return schema.parse(known)
}
