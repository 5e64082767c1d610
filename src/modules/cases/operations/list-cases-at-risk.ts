import { dayAt } from '#kernel/calendar.ts'
import { instantOf, officeMinute } from '#kernel/work-time/clock.ts'
import { WORKING_DAY_MINUTES } from '#kernel/work-time/term.ts'
import { addMinutes } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { findStep, getProcess, type ProcessVersion } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import { operation } from '#server/operation.ts'
import { listCasesAtRisk as contract } from '../contract/forecast.ts'
import { type Foreseen, foresee } from '../forecasting.ts'
import { unitNames } from '../gateways/printed-units.ts'
import { listDueBetween } from '../store/courses.ts'

const MOST = 300

export const listCasesAtRisk = operation(contract, async ({ tx, now }, { days }) => {
  const calendar = await loadCalendar(tx, null)
  const until = instantOf(addMinutes(officeMinute(now), days * WORKING_DAY_MINUTES, calendar))
  const due = await listDueBetween(tx, { after: now, until, most: MOST + 1 })
  const foreseen = await foresee(tx, due.slice(0, MOST), now)
  const nameOf = await unitNames(tx, dayAt(now))
  const processes = await processesOf(tx, foreseen)
  const cases = foreseen
    .toSorted((left, right) => likelihood(right) - likelihood(left))
    .flatMap((one) => {
      const { id, code, procedureName, unitId, dueAt, processVersionId, stepId } = one.one
      if (dueAt === null || one.left === null) return []
      const process = processes.get(processVersionId)?.process
      return [
        {
          caseId: id,
          code,
          procedureName,
          unit: { unitId, name: nameOf(unitId) },
          stepName: (process && stepId !== null && findStep(process, stepId)?.name) || null,
          personName: one.stays.at(-1)?.personName ?? null,
          dueAt,
          minutesLeft: one.left,
          elapsedMinutes: one.elapsed,
          forecast: one.forecast,
        },
      ]
    })
  return { cases, more: due.length > MOST }
})

const likelihood = ({ forecast }: Foreseen) => (forecast ? forecast.late / Math.max(1, forecast.ofCases) : -1)

async function processesOf(tx: Tx, foreseen: readonly Foreseen[]): Promise<ReadonlyMap<string, ProcessVersion>> {
  const found = new Map<string, ProcessVersion>()
  for (const id of new Set(foreseen.map(({ one }) => one.processVersionId))) found.set(id, await getProcess(tx, id))
  return found
}
