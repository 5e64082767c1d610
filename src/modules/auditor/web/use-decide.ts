import { useChange } from '#ui/query.ts'
import { decideFinding, getAudit, listAudits } from '../contract.ts'

/** Accepts, dismisses or reopens a finding; the page shows it at once. */
export function useDecide(onDone?: () => void) {
  return useChange(decideFinding, { invalidates: [getAudit, listAudits], ...(onDone && { onDone }) })
}
