import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Problem } from '#kernel/problem.ts'
import type { Db } from './db.ts'
import { countDeliveries } from './events.ts'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const durations = new Histogram({
  name: 'haidang_request_seconds',
  help: 'Time to answer a request, by operation and status class.',
  labelNames: ['operation', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
})

const deliveries = new Gauge({
  name: 'haidang_deliveries',
  help: 'Event deliveries that wait (due) or need a person (parked).',
  labelNames: ['state'] as const,
  registers: [registry],
})

/** Notes how long an answer took. */
export function measure(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const config = request.routeOptions.config as { operation?: string }
  const operation = config.operation ?? request.routeOptions.url ?? 'unknown'
  durations.observe({ operation, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000)
  done()
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** `GET /metrics` in Prometheus' format: from this machine, or with the token of METRICS_TOKEN. */
export function registerMetrics(app: FastifyInstance, db: Db, token: string | undefined): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) throw new Problem('not-found', 'platform/not-found')
    const { due, parked } = await countDeliveries(db)
    deliveries.set({ state: 'due' }, due)
    deliveries.set({ state: 'parked' }, parked)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (!token) return LOOPBACK.has(request.ip)
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
