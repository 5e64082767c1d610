import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField } from '#kernel/fields.ts'

/** To whom cases of a unit can be given: its officials of today who sign in and may process cases there, by name. */
export const listAssignees = endpoint({
  id: 'cases.list-assignees',
  method: 'GET',
  path: '/cases/assignees',
  permission: 'cases:read',
  summary: { vi: 'Cán bộ có thể nhận hồ sơ của một đơn vị', en: 'Officials who can be given cases of a unit' },
  input: z.object({ unitId: idField }),
  output: z.object({ people: z.array(z.object({ accountId: idField, name: z.string(), title: z.string() })) }),
})
