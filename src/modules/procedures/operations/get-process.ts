import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { contentFor, findingsOf, hoursIn } from '../process-checks.ts'
import { shownProcess } from '../shown.ts'
import { getProcess as get } from '../store/processes.ts'
import { codeOf } from '../store/versions.ts'

export const getProcess = operation(contract.getProcess, async ({ tx, now }, { id }) => {
  const found = await get(tx, id)
  const content = await contentFor(tx, found.procedureId, dayAt(now))
  return {
    code: await codeOf(tx, found.procedureId),
    head: await shownProcess(tx, found, now),
    process: found.process,
    findings: await findingsOf(tx, found.process, content, now),
    ...hoursIn(found.process, content),
  }
})
