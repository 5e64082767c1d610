import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { addressOf, call, isCallProblem, saysSessionChanged } from './call.ts'

const summary = { vi: '', en: '' }
const list = endpoint({
  id: 'units.list',
  method: 'GET',
  path: '/units/:unitId/parts',
  permission: 'units:read',
  summary,
  input: z.object({ unitId: z.string(), search: z.string().optional(), kinds: z.array(z.string()).optional() }),
  output: z.object({ rows: z.array(z.string()) }),
})
const create = endpoint({
  id: 'units.create',
  method: 'POST',
  path: '/units/:unitId',
  permission: 'units:write',
  summary,
  input: z.object({ unitId: z.string(), name: z.string() }),
  output: z.object({ id: z.string() }),
})

type Sent = { readonly address: string; readonly init: RequestInit }

function answering(...answers: readonly (Response | Error)[]): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    sent.push({ address, init })
    const answer = answers[sent.length - 1]
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer ?? new Error('no answer left'))
  })
  return sent
}

const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } })

const headersOf = ({ init }: Sent) => new Headers(init.headers)

afterEach(() => vi.unstubAllGlobals())

test('a reading call puts names into the path and the rest into the query, lists as JSON', async () => {
  const sent = answering(json({ rows: ['a'] }))
  const answer = await call(list, { unitId: 'a/b', search: 'Thắng Tam', kinds: ['ward'] })
  expect(answer).toEqual({ rows: ['a'] })
  const address = new URL(sent[0]?.address ?? '', 'http://x')
  expect(address.pathname).toBe('/api/units/a%2Fb/parts')
  expect(Object.fromEntries(address.searchParams)).toEqual({ search: 'Thắng Tam', kinds: '["ward"]' })
  expect(sent[0]?.init.body).toBeUndefined()
})

test('what is absent is not sent at all', () => {
  expect(addressOf(list, { unitId: '1', search: undefined })).toBe('/api/units/1/parts')
})

test('a changing call carries the mark against forged requests and a key of its own', async () => {
  const sent = answering(json({ id: '1' }), json({ id: '2' }))
  await call(create, { unitId: '7', name: 'Phường 1' })
  await call(create, { unitId: '7', name: 'Phường 1' })
  const [first, second] = sent.map(headersOf)
  expect(first?.get('x-haidang')).toBe('1')
  expect(first?.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/)
  expect(first?.get('idempotency-key')).not.toBe(second?.get('idempotency-key'))
  expect(JSON.parse(sent[0]?.init.body as string)).toEqual({ name: 'Phường 1' })
})

test('a refusal is thrown with its code, fields and request id', async () => {
  const errors = [{ path: 'name', code: 'platform/required', message: '' }]
  const body = { type: 'about:blank', title: 'invalid-input', status: 400, code: 'platform/invalid-input', errors }
  answering(json(body, 400, { 'x-request-id': 'r-1' }))
  const thrown: unknown = await call(create, { unitId: '7', name: '' }).catch((problem: unknown) => problem)
  expect(isCallProblem(thrown) && thrown.body).toEqual(body)
  expect(isCallProblem(thrown) && thrown.requestId).toBe('r-1')
})

test('an answer that is no problem document, and no answer at all, are problems too', async () => {
  answering(new Response('<h1>Bad gateway</h1>', { status: 502 }), new TypeError('network'))
  await expect(call(list, { unitId: '1' })).rejects.toMatchObject({ body: { status: 502, code: 'platform/internal' } })
  await expect(call(list, { unitId: '1' })).rejects.toMatchObject({ body: { code: 'platform/unreachable' } })
})

test('a refusal of the session itself is told from a refusal of what was asked', () => {
  const refused = (status: number, code: string) =>
    saysSessionChanged(
      Object.assign(new Error(code), { body: { status, code, title: code, type: 'x' }, requestId: null }),
    )
  expect(refused(401, 'platform/unauthenticated')).toBe(true)
  expect(refused(403, 'identity/locked')).toBe(true)
  expect(refused(403, 'platform/forbidden')).toBe(false)
  expect(refused(409, 'identity/name-taken')).toBe(false)
  expect(saysSessionChanged(new Error('identity/locked'))).toBe(false)
})
