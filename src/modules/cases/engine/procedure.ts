import { getProcess, getVersion, type ProcessVersion, type Version } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import type { CaseRow } from '../domain/case.ts'

/** What a published version says never changes, and neither does a process that cases follow: each is read and understood once. */
function kept<T>(read: (tx: Tx, id: string) => Promise<T>) {
  const known = new Map<string, T>()
  return async (tx: Tx, id: string): Promise<T> => {
    const found = known.get(id)
    if (found !== undefined) return found
    const made = await read(tx, id)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(id, made)
    return made
  }
}
const MOST_KEPT = 5000

const version = kept(getVersion)
const process = kept(getProcess)

/** The version of its procedure that a case keeps. */
export async function versionOf(tx: Tx, row: Pick<CaseRow, 'procedureVersionId'>): Promise<Version> {
  return version(tx, row.procedureVersionId)
}

/** The version of the process that a case keeps. */
export async function processOf(tx: Tx, row: Pick<CaseRow, 'processVersionId'>): Promise<ProcessVersion> {
  return process(tx, row.processVersionId)
}
