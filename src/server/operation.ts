import { type z } from 'zod'
import type { Endpoint, Permission } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { Problem, type ProblemDetail } from '#kernel/problem.ts'
import { type Actor, isEmptyScope, type Scope, scopeFor } from './actor.ts'
import { type Client, writeAudit } from './audit.ts'
import { type Db, type JsonObject, sqlState, type Tx } from './db.ts'
import { announceAll, emitter, type HandlersByEvent } from './events.ts'
import { onceOnly } from './idempotency.ts'
import { setRowScope } from './row-security.ts'
import { PLAN_OUTLIVED } from './statements.ts'
import { unwaiting } from './unwaiting.ts'

export type { Actor, Scope } from './actor.ts'
export { scopeFor } from './actor.ts'

/** What an operation is given besides its input. */
export type Context<A extends Actor | null = Actor> = {
  readonly tx: Tx
  readonly actor: A
  readonly now: Date
  readonly newId: () => string
  /** Puts a fact on the event log and books one delivery per handler, in this transaction. */
  readonly emit: (event: string, payload: JsonObject) => Promise<void>
  /** Tells the browsers that watch the topic, when this transaction has committed. */
  readonly announce: (topic: string) => Promise<void>
  /** The units over which the actor holds this operation's permission. */
  readonly scope: Scope
  readonly requestId: string
  readonly client: Client
  /** The address under which people reach the platform, `https://…`, without a path. */
  readonly origin: string
  readonly session: SessionCookie
  readonly device: DeviceCookie
  /** Runs after commit and after rollback alike, in a transaction of its own (to count a failed sign-in, say). */
  readonly defer: (after: (tx: Tx) => Promise<void>) => void
}

/** The secret by which a browser is known that stands in a hall, beside any session. */
export type DeviceCookie = { readonly token: string | null; set(token: string, expires: Date): void }

export type SessionCookie = { set(token: string, expires: Date): void; clear(): void }

type ActorOf<P extends Permission> = P extends 'anyone' ? Actor | null : Actor

export type Operation = {
  readonly endpoint: Endpoint
  readonly run: (context: Context<Actor | null>, input: unknown) => Promise<unknown>
}

/** The operation: its contract and what it does. */
export function operation<I extends z.ZodObject, O extends z.ZodType, P extends Permission>(
  endpoint: Endpoint<I, O, P>,
  run: (context: Context<ActorOf<P>>, input: z.output<I>) => Promise<z.input<O>>,
): Operation {
  // `perform` parses the input with this contract and proves the actor before it calls `run`.
  return { endpoint: endpoint as unknown as Endpoint, run: run as unknown as Operation['run'] }
}

export type Deps = {
  readonly db: Db
  readonly actor: Actor | null
  readonly handlers: HandlersByEvent
  readonly now?: Date
  readonly requestId?: string
  readonly client?: Client
  readonly origin?: string
  readonly session?: SessionCookie
  readonly device?: DeviceCookie
  readonly idempotencyKey?: string | undefined
}

const NO_COOKIE: SessionCookie = { set: () => undefined, clear: () => undefined }
const NO_DEVICE: DeviceCookie = { token: null, set: () => undefined }
const NOWHERE: Client = { address: '', userAgent: '' }

/**
 * The one way down and back: permission, input, transaction, row scope, the act, its audit row, its output.
 * Throws a `Problem` for a refusal; anything else thrown is a defect. Either everything is stored or nothing.
 */
export async function perform(operation: Operation, rawInput: unknown, deps: Deps): Promise<unknown> {
  const full = {
    ...deps,
    now: deps.now ?? new Date(),
    requestId: deps.requestId ?? newId(),
    client: deps.client ?? NOWHERE,
  }
  const deferred: Array<(tx: Tx) => Promise<void>> = []
  try {
    permit(operation.endpoint, deps.actor)
    const input = parseInput(operation.endpoint, rawInput)
    return await withRetry(() => {
      deferred.length = 0
      return inTransaction(operation, input, full, deferred)
    })
  } catch (thrown) {
    const problem = asProblem(thrown)
    if (problem instanceof Problem && (problem.kind === 'not-allowed' || problem.kind === 'not-signed-in')) {
      await writeAudit(deps.db, {
        ...full,
        endpoint: operation.endpoint,
        input: rawInput,
        outcome: problem.code,
        at: full.now,
      })
    }
    throw problem
  } finally {
    for (const after of deferred) await deps.db.transaction().execute(after)
  }
}

type FullDeps = Deps & { readonly now: Date; readonly requestId: string; readonly client: Client }

async function inTransaction(
  { endpoint, run }: Operation,
  input: unknown,
  deps: FullDeps,
  deferred: Array<(tx: Tx) => Promise<void>>,
): Promise<unknown> {
  const scope = scopeFor(deps.actor, endpoint.permission)
  // What is read together must be true together; a reading that is logged writes its one audit row.
  const snapshot = deps.db.transaction().setIsolationLevel('repeatable read')
  const reading = endpoint.audit === 'none' ? snapshot.setAccessMode('read only') : snapshot
  const begin = endpoint.changes ? deps.db.transaction() : reading
  // Nobody waits for these before what follows is sent; the database refuses all that follows one that failed.
  const sent: Promise<unknown>[] = []
  const send = (asked: Promise<unknown>) => {
    asked.catch(() => undefined)
    sent.push(asked)
  }
  const inside = async (tx: Tx) => {
    send(setRowScope(tx, deps.actor, isUnscoped(endpoint) ? null : scope))
    const act = async () => {
      const topics = new Set<string>()
      const context: Context<Actor | null> = {
        tx,
        actor: deps.actor,
        now: deps.now,
        newId,
        emit: emitter(tx, deps.handlers, deps.now),
        announce: async (topic) => void topics.add(topic),
        scope,
        requestId: deps.requestId,
        client: deps.client,
        origin: deps.origin ?? 'http://127.0.0.1:8080',
        session: deps.session ?? NO_COOKIE,
        device: deps.device ?? NO_DEVICE,
        defer: (after) => deferred.push(after),
      }
      const output: unknown = endpoint.output.parse(await run(context, input))
      if (endpoint.audit !== 'none') {
        const outcome = endpoint.audit === 'read' ? 'read' : 'done'
        send(writeAudit(tx, { ...deps, endpoint, input, outcome, at: deps.now }))
      }
      send(announceAll(tx, [...topics]))
      return output
    }
    if (!endpoint.idempotent || !deps.idempotencyKey) return act()
    return onceOnly(
      tx,
      { key: deps.idempotencyKey, actor: deps.actor, operation: endpoint.id, input, now: deps.now },
      act,
    )
  }
  try {
    return await begin.execute((waiting) => unwaiting(waiting, inside))
  } finally {
    // The first failure says why; what was refused after it only says that it was.
    await Promise.all(sent)
  }
}

/** Not about units: what is one's own, or everybody's. */
const isUnscoped = ({ permission }: Endpoint): boolean =>
  permission === 'signed-in' || permission === 'anyone' || permission === 'citizen' || permission === 'device'

function permit(endpoint: Endpoint, actor: Actor | null): void {
  if (endpoint.permission === 'anyone') return
  if (!actor) throw new Problem('not-signed-in', 'platform/not-signed-in', 'Sign in first.')
  if (actor.restricted && !endpoint.mends.includes(actor.restricted)) {
    throw new Problem('not-allowed', actor.restricted, 'The session has something to mend first.')
  }
  // A citizen or a device is no account of the administration, and no account acts as one.
  for (const apart of ['citizen', 'device'] as const)
    if ((actor.kind === apart) !== (endpoint.permission === apart))
      throw new Problem(
        'not-allowed',
        'platform/not-for-you',
        'Citizens, devices and officials have operations of their own.',
      )
  if (isUnscoped(endpoint)) return
  if (isEmptyScope(scopeFor(actor, endpoint.permission))) {
    throw new Problem('not-allowed', 'platform/not-allowed', 'The permission is not held.', {
      values: { permission: endpoint.permission },
    })
  }
}

/** The input as the contract describes it; throws `invalid-input` that names each wrong field. */
export function parseInput(endpoint: Endpoint, rawInput: unknown): unknown {
  const parsed = endpoint.input.safeParse(rawInput ?? {})
  if (parsed.success) return parsed.data
  throw new Problem('invalid-input', 'platform/invalid-input', 'Some fields are not right.', {
    errors: parsed.error.issues.slice(0, 100).map(toDetail),
  })
}

/** What one issue of a contract says about a field, as a code that is worded in both languages. */
export function toDetail(issue: z.core.$ZodIssue): ProblemDetail {
  const path = issue.path.map(String).join('.')
  if (/^[a-z-]+\/[a-z-]+$/.test(issue.message)) return { path, code: issue.message, message: issue.message }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
    return {
      path,
      code: issue.code === 'too_small' ? 'platform/too-short' : 'platform/too-long',
      message: issue.message,
      values: { limit },
    }
  }
  if (issue.code === 'invalid_type') {
    const missing = issue.message.endsWith('received undefined')
    const code = missing
      ? 'platform/required'
      : issue.expected === 'number'
        ? 'platform/not-a-number'
        : 'platform/invalid-field'
    return { path, code, message: issue.message }
  }
  if (issue.code === 'invalid_value') return { path, code: 'platform/not-a-choice', message: issue.message }
  if (issue.code === 'unrecognized_keys') {
    return {
      path,
      code: 'platform/unknown-field',
      message: issue.message,
      values: { name: issue.keys.join(', ').slice(0, 200) },
    }
  }
  return { path, code: 'platform/invalid-field', message: issue.message }
}

/** Values that parse but that PostgreSQL cannot hold (a NUL byte, a number past its range) are the caller's, not a defect. */
function asProblem(thrown: unknown): unknown {
  const state = sqlState(thrown)
  if (state === '22021' || state === '22P05' || state === '22003' || state === '22008' || state === '22P02') {
    return new Problem('invalid-input', 'platform/unstorable-value', 'A value is outside what can be stored.')
  }
  if (state === '40001' || state === '40P01') {
    return new Problem('conflict', 'platform/changed-meanwhile', 'Someone else changed this at the same moment.')
  }
  if (state === '53300' || state === '57P01' || state === '57P03' || state === '08006') {
    return new Problem('unavailable', 'platform/unavailable', 'The database cannot be reached at the moment.')
  }
  return thrown
}

const TRIES = 4

/** Again, a little later, when two transactions stood in each other's way (serialization failure, deadlock) or a plan was outlived. */
async function withRetry<T>(act: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await act()
    } catch (thrown) {
      const state = sqlState(thrown)
      if (tried >= TRIES || (state !== '40001' && state !== '40P01' && state !== PLAN_OUTLIVED)) throw thrown
      await new Promise((resolve) => setTimeout(resolve, tried * 15 * Math.random() + 5))
    }
  }
}
