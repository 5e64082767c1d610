import { type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import { checkProcess, longestTime } from './domain/check-process.ts'
import type { ProcedureContent } from './domain/content.ts'
import { type Finding, finding } from './domain/findings.ts'
import type { Process } from './domain/process.ts'
import { hoursOf, sevenths } from './domain/work-amount.ts'
import { getVersion, listVersions } from './store/versions.ts'

/** What the procedure says against which its processes are checked: what is in force today, else its newest version. */
export async function contentFor(tx: Tx, procedureId: string, day: Day): Promise<ProcedureContent> {
  const versions = await listVersions(tx, procedureId)
  const inForce = versions.find(
    ({ state, validFrom, validTo }) =>
      state === 'published' && validFrom !== null && validFrom <= day && (validTo === null || day < validTo),
  )
  const chosen = inForce ?? versions[0]
  if (!chosen) throw new Problem('not-found', 'procedures/unknown-version')
  return (await getVersion(tx, chosen.id)).content
}

/** All that is wrong with a process of the procedure, the units it names too. */
export async function findingsOf(tx: Tx, process: Process, content: ProcedureContent, now: Date): Promise<Finding[]> {
  const named = process.nodes.flatMap(({ id, name, holder, consults }) =>
    [...(holder.kind === 'unit' ? [holder.unitId] : []), ...consults].map((unitId) => ({ id, name, unitId })),
  )
  const structure = named.length > 0 ? await loadStructure(tx) : null
  const unknown = named
    .filter(({ unitId }) => structure && !findUnitAt(structure, unitId, dayAt(now)))
    .map(({ id, name }) => finding('error', 'procedures/unknown-unit', `nodes.${id}`, { step: name.vi }))
  return [...checkProcess(process, content), ...unknown]
}

/** Working hours of the longest way through the process, and of the longest limit. */
export const hoursIn = (process: Process, content: ProcedureContent) => ({
  hours: hoursOf(longestTime(process)),
  limitHours: hoursOf(Math.max(0, ...content.terms.map(({ term }) => sevenths(term)))),
})
