import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `module:verb`, or `anyone` (also without signing in), or `signed-in` (every account of an official), `citizen` (a citizen, about what is theirs), or `device` (a paired one in a hall, about its place). */
export type Permission = `${string}:${string}` | 'anyone' | 'signed-in' | 'citizen' | 'device'

/** The description of one operation, from which HTTP, OpenAPI, the web call, the CLI, audit and fuzz test derive. */
export type Endpoint<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  P extends Permission = Permission,
> = {
  /** `module.verb-noun`, stable. */
  readonly id: string
  readonly method: Method
  /** Below `/api`; `:name` parts are fields of the input. */
  readonly path: string
  readonly permission: P
  /** Codes of the restrictions (`Actor.restricted`) under which a session may still call it: to unlock, to change the password. */
  readonly mends: readonly string[]
  /** What it does, for people: OpenAPI and the permission page. */
  readonly summary: { readonly vi: string; readonly en: string }
  readonly input: Input
  readonly output: Output
  /** `write`: an audit row for each success (the default of all but GET). `read`: reads personal data, so reading is logged too. `none`: not logged. */
  readonly audit: 'write' | 'read' | 'none'
  /** False: only reads, from one snapshot of the database. Default: everything but GET changes something. */
  readonly changes: boolean
  /** Takes an `Idempotency-Key`; the same key and input give the first answer again. Default: every POST. */
  readonly idempotent: boolean
  /** The answer is a file: `output` is `FileAnswer`. */
  readonly answers: 'json' | 'file'
  /** Largest request body in bytes. Default 1 MiB. */
  readonly maxBytes: number
  /** Calls allowed per minute, per account or (without one) per address; null: the general limit only. */
  readonly perMinute: number | null
  /** The field of the input that is a reason given for the record: its text stands in the log of acts. Everything else there is ids. */
  readonly reason: string | null
}

type Described<I extends z.ZodObject, O extends z.ZodType, P extends Permission> = Pick<
  Endpoint<I, O, P>,
  'id' | 'method' | 'path' | 'permission' | 'summary' | 'input' | 'output'
> &
  Partial<
    Pick<
      Endpoint<I, O, P>,
      'mends' | 'audit' | 'changes' | 'idempotent' | 'answers' | 'maxBytes' | 'perMinute' | 'reason'
    >
  >

/** The endpoint with its defaults filled in. */
export function endpoint<I extends z.ZodObject, O extends z.ZodType, const P extends Permission>(
  described: Described<I, O, P>,
): Endpoint<I, O, P> {
  const changes = described.changes ?? described.method !== 'GET'
  return {
    audit: changes ? 'write' : 'none',
    changes,
    mends: [],
    idempotent: described.method === 'POST' && changes,
    answers: 'json',
    maxBytes: 1024 * 1024,
    perMinute: null,
    reason: null,
    ...described,
  }
}

/** What an operation with `answers: 'file'` returns: streamed to the browser as a download, printed to a file by the CLI. */
export type FileAnswer = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Shown in the browser instead of being downloaded; nothing in it may run or be fetched. */
  readonly inline?: boolean
}
