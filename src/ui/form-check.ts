import type { z } from 'zod'
import type { ProblemDetail } from '#kernel/problem.ts'

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
