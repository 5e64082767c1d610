import { useQuery } from '@tanstack/react-query'
import { useTexts } from './texts.ts'

type Document = {
  readonly paths: Record<
    string,
    Record<string, { readonly 'x-permission': string; readonly summary: string; readonly description: string }>
  >
}

/** Every permission that some operation asks for, with what it allows; read from the platform's own description. */
export function usePermissions(): readonly {
  readonly permission: string
  readonly summaries: readonly { vi: string; en: string }[]
}[] {
  const document = useQuery({
    queryKey: ['identity.permissions'],
    queryFn: async ({ signal }) => (await (await fetch('/api/openapi.json', { signal })).json()) as Document,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return permissionsIn(document.data)
}

/** The permissions of an OpenAPI document of ours, by name. */
export function permissionsIn(document: Document | undefined) {
  const operations = Object.values(document?.paths ?? {}).flatMap((path) => Object.values(path))
  const named = operations.filter((operation) => operation['x-permission']?.includes(':'))
  const groups = Map.groupBy(named, (operation) => operation['x-permission'])
  return [...groups]
    .map(([permission, group]) => ({
      permission,
      summaries: group.map(({ summary, description }) => ({ vi: summary, en: description })),
    }))
    .toSorted((a, b) => (a.permission < b.permission ? -1 : 1))
}

/** A permission as people read it: patterns in words, single ones by name. */
export function usePermissionName(): (permission: string) => string {
  const m = useTexts()
  return (permission) => {
    if (permission === '*') return m.allPermissions
    const [module = '', verb] = permission.split(':')
    return verb === '*' ? m.allOf(module) : permission
  }
}
