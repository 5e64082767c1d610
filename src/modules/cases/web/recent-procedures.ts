import { z } from 'zod'
import { bothField } from '#kernel/fields.ts'
import type { ProcedureChoice } from './procedure-source.ts'

const STORED = 'haidang.cases.procedures'
const MOST = 8
const Stored = z.array(z.object({ code: z.string(), name: bothField })).max(MOST)

/** The procedures received lately on this machine, newest first. */
export function recentProcedures(): readonly ProcedureChoice[] {
  try {
    const read = Stored.safeParse(JSON.parse(localStorage.getItem(STORED) ?? '[]'))
    return read.success ? read.data : []
  } catch {
    return []
  }
}

/** Puts a procedure in front of the recent ones. */
export function rememberProcedure({ code, name }: ProcedureChoice): void {
  const others = recentProcedures().filter((one) => one.code !== code)
  localStorage.setItem(STORED, JSON.stringify([{ code, name }, ...others].slice(0, MOST)))
}
