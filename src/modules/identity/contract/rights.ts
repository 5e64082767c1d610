import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, line, paragraphs } from '#kernel/fields.ts'
import { PERMISSION_SHAPE } from '../domain/rights.ts'
import { Assignment } from './accounts.ts'

const nothing = z.object({})
const text = z.object({ vi: line(200), en: line(200) })
const permissionPattern = z.string().max(100).regex(PERMISSION_SHAPE, 'identity/permission-shape')

export const Role = z.object({
  id: idField,
  code: z.string(),
  name: bothField,
  description: bothField,
  permissions: z.array(z.string()),
  /** Only given by break-glass, never by assignment. */
  emergency: z.boolean(),
  holders: z.number().int(),
  version: z.number().int(),
})
export type Role = z.infer<typeof Role>

export const listRoles = endpoint({
  id: 'identity.list-roles',
  method: 'GET',
  path: '/identity/roles',
  permission: 'signed-in',
  summary: { vi: 'Vai trò và quyền của từng vai trò', en: 'The roles and their permissions' },
  input: nothing,
  output: z.object({ roles: z.array(Role) }),
})

export const saveRole = endpoint({
  id: 'identity.save-role',
  method: 'PUT',
  path: '/identity/roles/:code',
  permission: 'identity:configure',
  summary: { vi: 'Lập hoặc sửa vai trò', en: 'Create or change a role' },
  input: z.object({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'identity/role-code-shape'),
    name: text,
    description: z.object({ vi: paragraphs(1000), en: paragraphs(1000) }),
    permissions: z.array(permissionPattern).min(1).max(200),
    emergency: z.boolean().default(false),
    /** As read; null: the role is new. */
    version: z.number().int().nullable(),
  }),
  output: z.object({ roleId: idField }),
})

export const retireRole = endpoint({
  id: 'identity.retire-role',
  method: 'DELETE',
  path: '/identity/roles/:code',
  permission: 'identity:configure',
  summary: { vi: 'Thôi dùng vai trò', en: 'Retire a role' },
  input: z.object({ code: z.string().max(60) }),
  output: nothing,
})

export const assignRole = endpoint({
  id: 'identity.assign-role',
  method: 'POST',
  path: '/identity/accounts/:accountId/assignments',
  permission: 'identity:manage',
  summary: { vi: 'Giao vai trò cho tài khoản', en: 'Assign a role to an account' },
  input: z.object({
    accountId: idField,
    roleCode: z.string().max(60),
    /** null: everywhere. */
    unitId: idField.nullable(),
    reach: z.enum(['own', 'subtree']).default('subtree'),
    validFrom: dayField.optional(),
    /** The first day on which it no longer holds. */
    validTo: dayField.nullable().default(null),
    reason: line(500),
  }),
  output: Assignment,
})

export const endAssignment = endpoint({
  id: 'identity.end-assignment',
  method: 'POST',
  path: '/identity/assignments/:assignmentId/end',
  permission: 'identity:manage',
  summary: { vi: 'Kết thúc việc giao vai trò', en: 'End an assignment' },
  input: z.object({
    assignmentId: idField,
    /** The first day on which it no longer holds; default: today. */
    validTo: dayField.optional(),
  }),
  output: nothing,
})

/** Why a right is held: by a role, by someone's delegation, or by emergency rights. */
export const Reason = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('role'),
    roleCode: z.string(),
    roleName: bothField,
    assignmentId: idField,
    assignmentReason: z.string(),
    validFrom: dayField,
    validTo: dayField.nullable(),
  }),
  z.object({
    by: z.literal('delegation'),
    delegationId: idField,
    fromOfficialId: idField,
    fromName: z.string(),
    validFrom: dayField,
    validTo: dayField,
  }),
  z.object({
    by: z.literal('break-glass'),
    breakGlassId: idField,
    roleCode: z.string(),
    reason: z.string(),
    endsAt: z.iso.datetime(),
  }),
])
export type Reason = z.infer<typeof Reason>

export const ExplainedRight = z.object({
  permission: z.string(),
  unitId: idField.nullable(),
  unitName: z.string().nullable(),
  reach: z.enum(['own', 'subtree']),
  reason: Reason,
})
export type ExplainedRight = z.infer<typeof ExplainedRight>

export const explainPermission = endpoint({
  id: 'identity.explain-permission',
  method: 'GET',
  path: '/identity/explanations/permission',
  permission: 'identity:read',
  audit: 'read',
  summary: { vi: 'Ai được làm việc này ở đơn vị này, và vì sao', en: 'Who may do this at this unit, and why' },
  input: z.object({
    permission: z.string().max(100),
    unitId: idField,
    /** Default: today. */
    day: dayField.optional(),
  }),
  output: z.object({
    day: dayField,
    holders: z.array(
      z.object({
        accountId: idField,
        accountName: z.string(),
        accountUnitName: z.string().nullable(),
        active: z.boolean(),
        right: ExplainedRight,
      }),
    ),
  }),
})

export const explainAccount = endpoint({
  id: 'identity.explain-account',
  method: 'GET',
  path: '/identity/explanations/accounts/:accountId',
  permission: 'identity:read',
  audit: 'read',
  summary: { vi: 'Tài khoản này được làm những gì, và vì sao', en: 'What this account may do, and why' },
  input: z.object({ accountId: idField, day: dayField.optional() }),
  output: z.object({ day: dayField, accountName: z.string(), rights: z.array(ExplainedRight) }),
})

export const ownRights = endpoint({
  id: 'identity.own-rights',
  method: 'GET',
  path: '/identity/own-rights',
  permission: 'signed-in',
  summary: { vi: 'Tôi được làm những gì, và vì sao', en: 'What I may do, and why' },
  input: nothing,
  output: z.object({ day: dayField, rights: z.array(ExplainedRight) }),
})
