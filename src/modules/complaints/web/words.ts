import type { ComplaintState, OUTCOMES } from '../domain/complaint.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Label = { readonly vi: string; readonly en: string }

// For the pages of citizens, which speak of complaints in the same words.
export const complaintTopics = paired(vi.topics, en.topics)
export const complaintStates: Record<ComplaintState, Label> = paired(vi.states, en.states)
export const complaintOutcomes: Record<(typeof OUTCOMES)[number], Label> = paired(vi.outcomes, en.outcomes)

function paired<K extends string>(inVi: Record<K, string>, inEn: Record<K, string>): Record<K, Label> {
  const keys = Object.keys(inVi) as K[] // of this very object
  return Object.fromEntries(keys.map((key) => [key, { vi: inVi[key], en: inEn[key] }])) as Record<K, Label>
}
