/** What a database server and this process have used of the processors. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Db } from '#server/db.ts'

/** Linux counts in hundredths of a second. */
const TICK_MS = 10

/** The process of the server, when it runs on this machine and under Linux; else null. */
export async function serverProcess(owner: Db): Promise<number | null> {
  const { rows } = await sql<{ folder: string }>`select current_setting('data_directory') as folder`.execute(owner)
  try {
    return Number(readFileSync(`${rows[0]?.folder}/postmaster.pid`, 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/** Milliseconds used by the server, by all its processes that run and that have ended. */
export function usedByServer(pid: number): number {
  const [own, ended] = ticksOf(pid)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
  return (own + ended + children.reduce((sum, child) => sum + ticksOf(child)[0], 0)) * TICK_MS
}

/** Of a process, and of its children that have ended; of one that is gone nothing. */
function ticksOf(pid: number): [number, number] {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.split(' ').slice(11, 15).map(Number)
    return [user + system, childUser + childSystem]
  } catch {
    return [0, 0]
  }
}
