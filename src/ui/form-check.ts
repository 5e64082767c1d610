import type { z } from 'zod'
import type { ProblemDetail } from '#kernel/problem.ts'

/** The server's refusals with their paths as the form calls its fields: `{ 'name.vi': 'nameVi' }` brings `name.vi` there. */
export function detailsByField(
  details: readonly ProblemDetail[],
  names: Readonly<Record<string, string>>,
): readonly ProblemDetail[] {
  return details.map((detail) => {
    const own = Object.keys(names).find((path) => detail.path === path || detail.path.startsWith(`${path}.`))
    return own === undefined ? detail : { ...detail, path: names[own] ?? detail.path }
  })
}

/** What the contract's schema already says about the values, as the server would say it. */
export function wrongFields(schema: z.ZodObject, value: Record<string, unknown>): readonly ProblemDetail[] {
  return Object.entries(schema.shape).flatMap(([path, field]) => {
    if (!(path in value)) return []
    const checked = (field as z.ZodType).safeParse(value[path])
    if (checked.success) return []
    const isEmpty = value[path] === '' || value[path] === null || value[path] === undefined
    const code = isEmpty ? 'platform/required' : 'platform/invalid-field'
    return [{ path, code, message: checked.error.issues[0]?.message ?? '' }]
  })
}
