import { expect, test } from 'vitest'
import { Problem, toProblemBody } from './problem.ts'
import { platformProblems, translateProblem } from './problem-messages.ts'

test('a defect shows its kind and nothing else', () => {
  const body = toProblemBody(new Error('password=hunter2 at /srv/app.ts:3'))
  expect(body).toEqual({ type: 'about:blank', title: 'internal', status: 500, code: 'platform/internal' })
})

test('a refusal carries its code, values and places, and is translated with them', () => {
  const problem = new Problem('rule-broken', 'demo/too-many', 'Too many rows.', {
    values: { rows: 7 },
    errors: [{ path: 'rows.3', code: 'platform/not-a-number', message: 'x' }],
  })
  const messages = {
    'demo/too-many': { vi: (v: Record<string, unknown>) => `Quá ${v.rows} dòng`, en: () => 'Too many' },
  }
  const body = translateProblem(messages, toProblemBody(problem), 'vi')
  expect(body).toMatchObject({ status: 422, code: 'demo/too-many', detail: 'Quá 7 dòng', values: { rows: 7 } })
  expect(body.errors?.[0]?.message).toBe('Phải là số.')
})

test('an unknown code falls back to its own words, then to the general sentence', () => {
  expect(translateProblem({}, toProblemBody(new Problem('conflict', 'x/y', 'Own words.')), 'vi').detail).toBe(
    'Own words.',
  )
  expect(translateProblem({}, toProblemBody(new Problem('conflict', 'x/y')), 'vi').detail).toBe(
    platformProblems['platform/internal']?.vi({}),
  )
})
