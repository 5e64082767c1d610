import { getProcedure, listProcedures, type ProcedureContent } from '#modules/procedures/contract.ts'
import { call } from '#ui/call.ts'
import { useOperation } from '#ui/query.ts'

export type ProcedureChoice = {
  readonly code: string
  readonly name: { readonly vi: string; readonly en: string }
}

export type InForce = { readonly versionId: string; readonly content: ProcedureContent }

const MOST_FOUND = 20

/** Procedures in force whose code or name holds the words, with or without marks. */
export async function searchProcedures(search: string): Promise<readonly ProcedureChoice[]> {
  const { procedures } = await call(listProcedures, { search: search.trim(), limit: MOST_FOUND })
  return procedures.map(({ code, version }) => ({ code, name: version.name }))
}

/** What a procedure says today; `found` is null while unknown. */
export function useProcedure(code: string | null): { readonly found: InForce | null; readonly problem: unknown } {
  const { data, error } = useOperation(getProcedure, code === null ? null : { code })
  const found = data && code !== null ? { versionId: data.version.id, content: data.content } : null
  return { found, problem: error }
}
