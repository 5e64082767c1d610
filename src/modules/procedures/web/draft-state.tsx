import { createContext, useContext } from 'react'
import type { ProcedureContent } from '../contract.ts'

/** One thing to mend, at a place of the content by index: `papers.0.name.vi`, `terms.1`, `channels`. */
export type Fault = { readonly place: string; readonly text: string }

export type DraftState = {
  readonly content: ProcedureContent
  readonly change: (change: Partial<ProcedureContent>) => void
  readonly faults: readonly Fault[]
}

export const DraftContext = createContext<DraftState | null>(null)

/** The draft that is being written, for its parts. */
export function useDraft(): DraftState & { readonly errorAt: (place: string) => string | undefined } {
  const state = useContext(DraftContext)
  if (!state) throw new Error('There is no draft around this part')
  return { ...state, errorAt: (place) => state.faults.find((fault) => fault.place === place)?.text }
}

/** Where a part of the content stands on the page. */
export const anchorOf = (place: string) => `part-${place.split('.').slice(0, 2).join('-')}`
