import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemBody } from '#kernel/problem.ts'

/** A refusal as it came over the wire, or `platform/unreachable` when nothing came. */
export type CallProblem = Error & { readonly body: ProblemBody; readonly requestId: string | null }

type Options = { readonly signal?: AbortSignal; readonly idempotencyKey?: string }

/** Sends one operation and returns its answer; throws a `CallProblem` when it is refused. */
export async function call<I extends z.ZodObject, O extends z.ZodType>(
  contract: Endpoint<I, O>,
  input: z.input<I>,
  options: Options = {},
): Promise<z.output<O>> {
  const response = await send(contract, input, options)
  // The server checked the answer against the same contract.
  return (response.status === 204 ? null : await response.json()) as z.output<O>
}

/** Fetches the file of an operation with `answers: 'file'` and hands it to the browser's downloads. */
export async function download<I extends z.ZodObject>(
  contract: Endpoint<I, z.ZodType>,
  input: z.input<I>,
): Promise<{ readonly name: string }> {
  const response = await send(contract, input, {})
  const name = fileName(response.headers.get('content-disposition')) ?? 'download'
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { name }
}

/** Stores one file on the server; the id goes into the operation that uses it. */
export async function upload(file: File, signal?: AbortSignal): Promise<{ readonly fileId: string }> {
  const response = await request(`/api/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'x-haidang': '1', 'content-type': file.type || 'application/octet-stream' },
    body: file,
    ...(signal && { signal }),
  })
  return (await response.json()) as { fileId: string }
}

export function isCallProblem(thrown: unknown): thrown is CallProblem {
  return thrown instanceof Error && 'body' in thrown
}

/** The address of an operation's file or picture for `href` and `src` (GET operations only). */
export function addressOf<I extends z.ZodObject>(contract: Endpoint<I, z.ZodType>, input: z.input<I>): string {
  const { path, rest } = fillPath(contract.path, input)
  const query = contract.method === 'GET' ? queryText(rest) : ''
  return `/api${path}${query && `?${query}`}`
}

async function send(
  contract: Endpoint<z.ZodObject, z.ZodType>,
  input: Record<string, unknown>,
  { signal, idempotencyKey }: Options,
): Promise<Response> {
  const { rest } = fillPath(contract.path, input)
  const hasBody = contract.method !== 'GET'
  return request(addressOf(contract, input), {
    method: contract.method,
    headers: {
      // A form on another site cannot set this header, so it proves that our own page is calling.
      'x-haidang': '1',
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(contract.idempotent && { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }),
    },
    ...(hasBody && { body: JSON.stringify(rest) }),
    ...(signal && { signal }),
  })
}

/** A request of one's own making; throws a `CallProblem` when it is refused or nothing comes. */
export async function request(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, { credentials: 'same-origin', ...init }).catch((thrown: unknown) => {
    if (init.signal?.aborted) throw thrown
    throw callProblem({ type: 'about:blank', title: 'unavailable', status: 503, code: 'platform/unreachable' }, null)
  })
  if (response.ok) return response
  const requestId = response.headers.get('x-request-id')
  throw callProblem(await problemIn(response), requestId)
}

async function problemIn(response: Response): Promise<ProblemBody> {
  const fallback = { type: 'about:blank', title: 'internal', status: response.status, code: 'platform/internal' }
  if (!response.headers.get('content-type')?.includes('json')) return fallback
  const body = (await response.json().catch(() => null)) as Partial<ProblemBody> | null
  return { ...fallback, ...body }
}

function callProblem(body: ProblemBody, requestId: string | null): CallProblem {
  return Object.assign(new Error(body.detail ?? body.code), { body, requestId })
}

/** The path with its `:names` filled from the input, and the fields that are left for query or body. */
export function fillPath(path: string, input: Record<string, unknown>) {
  const rest = { ...input }
  const filled = path.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    delete rest[name]
    return encodeURIComponent(String(input[name]))
  })
  return { path: filled, rest }
}

/** Plain values as they are, nested ones as JSON, absent ones not at all. */
export function queryText(fields: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue
    query.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean))
  }
  return query.toString()
}

function fileName(disposition: string | null): string | null {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return disposition?.match(/filename="?([^";]+)"?/i)?.[1] ?? null
}

/** Signed out elsewhere, locked, or asked for something first: refusals of the session itself, not of what was asked. */
export function saysSessionChanged(error: unknown): boolean {
  if (!isCallProblem(error)) return false
  const { status, code } = error.body
  return status === 401 || (status === 403 && code.startsWith('identity/'))
}

/** Nothing came, or the server is at fault: asked again it may well answer, and what was known before still holds. */
export function passes(error: unknown): boolean {
  return isCallProblem(error) && error.body.status >= 500
}
