import { createContext, useContext } from 'react'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useProblemText } from '#ui/problem.tsx'
import type { UnitOption } from '#ui/unit-picker.tsx'
import type { PaperDraft } from './intake-draft.ts'
import { useOwnUnits } from './own-units.ts'
import { type InForce, type ProcedureChoice, searchProcedures, useProcedure } from './procedure-source.ts'
import { storeScans } from './scans.ts'

/** Scans that were kept, or in words why not. */
type KeptScans = { readonly file: NonNullable<PaperDraft['file']> } | { readonly refused: string }

/** Where an intake takes what it knows from: the server, or what a counter has kept for when there is no network. */
export type IntakeSource = {
  readonly searchProcedures: (search: string) => Promise<readonly ProcedureChoice[]>
  readonly useProcedure: (code: string | null) => { readonly found: InForce | null; readonly problem: unknown }
  /** Where the reader may receive; `undefined` while unknown. */
  readonly useReceivingUnits: () => readonly UnitOption[] | undefined
  readonly loadUnits: (search: string) => Promise<readonly UnitOption[]>
  /** Keeps the scans of one paper. Throws what hinders it. */
  readonly useKeepScans: () => (files: readonly File[], title: string) => Promise<KeptScans>
  /** Whether the server can be asked when a case would be due, and which case a receipt is of. */
  readonly isConnected: boolean
}

const server: IntakeSource = {
  searchProcedures,
  useProcedure,
  useReceivingUnits: () => useOwnUnits('cases:receive'),
  loadUnits: loadUnits(),
  useKeepScans,
  isConnected: true,
}

export const IntakeSourceContext = createContext<IntakeSource>(server)

export function useIntakeSource(): IntakeSource {
  return useContext(IntakeSourceContext)
}

function useKeepScans() {
  const say = useProblemText()
  return async (files: readonly File[], title: string): Promise<KeptScans> => {
    const { refusal, fileId, name } = await storeScans(files, title)
    if (refusal === null) return { file: { id: fileId, name } }
    return { refused: say.detail({ path: '', code: refusal, message: refusal }) }
  }
}
