import type { FastifyInstance } from 'fastify'
import { SYSTEM } from './actor.ts'
import type { Db } from './db.ts'
import type { Module } from './module.ts'
import { setRowScope } from './row-security.ts'

/** So long an answer about ailments is given again: whoever asks without end asks the database no more often. */
const FRESH_MS = 30_000

type Health = {
  readonly status: 'ok' | 'degraded'
  readonly degraded: readonly { readonly module: string; readonly what: string; readonly count: number }[]
}

/** Whether the process answers, whether it may be used, and whether everything in it does what it is there for. */
export function registerHealth(app: FastifyInstance, db: Db, modules: readonly Module[]): void {
  app.get('/health/live', () => ({ status: 'ok' }))
  app.get('/health/ready', async (_request, reply) => {
    try {
      await db.selectNoFrom((eb) => eb.val(1).as('one')).execute()
      return { status: 'ok' }
    } catch {
      return reply.status(503).send(OUT_OF_REACH)
    }
  })
  let known: { readonly until: number; readonly health: Promise<Health> } | null = null
  app.get('/health', async (_request, reply) => {
    if (known === null || known.until < Date.now())
      known = { until: Date.now() + FRESH_MS, health: healthOf(db, modules) }
    try {
      return await known.health
    } catch {
      known = null
      return reply.status(503).send(OUT_OF_REACH)
    }
  })
}

const OUT_OF_REACH = { status: 'the database cannot be reached' }

/** Counts alone: nobody is asked who they are. */
async function healthOf(db: Db, modules: readonly Module[]): Promise<Health> {
  const degraded = await db.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    const found = []
    for (const { name: module, ailments = [] } of modules)
      for (const { name: what, count } of ailments) found.push({ module, what, count: await count(tx, new Date()) })
    return found.filter(({ count }) => count > 0)
  })
  return { status: degraded.length > 0 ? 'degraded' : 'ok', degraded }
}
