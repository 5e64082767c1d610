import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '#ui/language.tsx'
import { type ApiOperation, apiOperations, type OpenApiDocument } from '../domain/open-api.ts'

export const DOCUMENT_ADDRESS = '/api/openapi.json'

/** Every operation of the running platform, read from its OpenAPI document. */
export function useApiOperations() {
  return useQuery({
    queryKey: ['openapi'],
    queryFn: async ({ signal }): Promise<readonly ApiOperation[]> => {
      const response = await fetch(DOCUMENT_ADDRESS, { signal })
      if (!response.ok) throw new Error(`${DOCUMENT_ADDRESS}: ${response.status}`)
      return apiOperations((await response.json()) as OpenApiDocument)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What an operation id is called in the reader's language; the id itself while that is not known. */
export function useOperationName(): (id: string) => string {
  const { language } = useLanguage()
  const operations = useApiOperations()
  const names = new Map(operations.data?.map((operation) => [operation.id, operation.summary[language]]))
  return (id) => names.get(id) ?? id
}
