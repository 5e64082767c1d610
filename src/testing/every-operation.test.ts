import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '#kernel/endpoint.ts'
import { modules } from '#main/modules.ts'
import type { Grant } from '#server/actor.ts'
import { type TestApi, testApi } from './api.ts'

/** What every operation owes: nonsense is refused in the one form and never breaks it; without the right, nothing happens. */
let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

const RUNS = 25

const nonsense = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom<unknown>(
    '\u0000',
    '../../etc/passwd',
    "'; drop table platform.audit; --",
    '${1+1}',
    '=1+1',
    '<script>alert(1)</script>',
    '2023-02-30',
    '2026-11-21',
    '0001-01-01',
    '99999999999999999999',
    'NaN',
    '__proto__',
    '01900000-0000-7000-8000-000000000001',
    'e\u0302\u0323',
    '\ud800',
    '😀'.repeat(50),
    'a'.repeat(10_000),
  ),
  fc.integer(),
  fc.double(),
  fc.constantFrom<unknown>(null, true, [], {}, [[]], { constructor: 1 }, Number.MAX_SAFE_INTEGER),
  fc.array(fc.anything({ maxDepth: 2 }), { maxLength: 3 }),
  fc.object({ maxDepth: 2 }),
)

/** Inputs that name the operation's own fields, so that nonsense gets past the first look. */
function inputsFor(endpoint: Endpoint): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(Object.keys(endpoint.input.shape).map((name) => [name, nonsense]))
  return fc.record(fields, { requiredKeys: [] })
}

/** Path parts must be text for the address to be the operation's at all. */
function withPath(endpoint: Endpoint, input: Record<string, unknown>): Record<string, unknown> {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  const parts = names.map((name) => [
    name,
    (typeof input[name] === 'string' ? input[name] : JSON.stringify(input[name] ?? 'x'))
      .replaceAll(/[\ud800-\udfff]/g, '')
      .slice(0, 90) || 'x',
  ])
  return { ...input, ...Object.fromEntries(parts) }
}

const operations = modules.flatMap((module) => module.operations)

test('the platform has operations, and no two share an id or an address', () => {
  expect(operations.length).toBeGreaterThan(10)
  expect(new Set(operations.map(({ endpoint }) => endpoint.id)).size).toBe(operations.length)
  expect(new Set(operations.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)).size).toBe(operations.length)
})

describe.each(operations.map(({ endpoint }) => [endpoint.id, endpoint] as const))('%s', (_id, endpoint) => {
  test('refuses nonsense in the one form and never breaks', async () => {
    await fc.assert(
      fc.asyncProperty(inputsFor(endpoint), async (input) => {
        const everything: Grant[] = [{ permission: '*', unitId: null, reach: 'subtree' }]
        const { permission } = endpoint
        const isApart = permission === 'citizen' || permission === 'device'
        const someone = api.as(isApart ? { kind: permission } : { grants: everything })
        const { status, problem } = await someone.call(endpoint, withPath(endpoint, input))
        expect(status, JSON.stringify({ input, problem })).toBeLessThan(500)
        if (status >= 400)
          expect(problem).toMatchObject({
            code: expect.stringMatching(/^[a-z-]+\/[a-z-]+$/),
            detail: expect.any(String),
          })
      }),
      { numRuns: RUNS },
    )
  })

  if (endpoint.permission !== 'anyone') {
    test('is closed to whoever lacks the permission', async () => {
      const input = withPath(endpoint, {})
      expect((await api.anonymous.call(endpoint, input)).status).toBe(401)
      if (endpoint.permission === 'signed-in') return
      const stranger = api.as({ grants: [{ permission: 'nothing:at-all', unitId: null, reach: 'subtree' }] })
      expect((await stranger.call(endpoint, input)).status).toBe(403)
    })
  }
})
