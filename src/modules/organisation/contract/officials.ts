import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, flagField, idField, limitField, line } from '#kernel/fields.ts'
import { decisionInput } from './decision.ts'

/** Announced to browsers at each change of officials, positions and delegations. */
export const OFFICIALS_TOPIC = 'organisation.officials'

export const PositionHeld = z.object({ positionId: idField, officialId: idField, unitId: idField })
export const PositionEnded = PositionHeld.extend({ validTo: dayField })
export const Delegated = z.object({
  delegationId: idField,
  fromOfficialId: idField,
  toOfficialId: idField,
  unitId: idField,
})
export const DelegationRevoked = Delegated.extend({ revokedOn: dayField })

export const HeldPosition = z.object({
  id: idField,
  officialId: idField,
  officialName: z.string(),
  unitId: idField,
  title: z.string(),
  validFrom: dayField,
  validTo: dayField.nullable(),
})
export type HeldPosition = z.infer<typeof HeldPosition>

export const Official = z.object({
  id: idField,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  accountId: idField.nullable(),
})
export type Official = z.infer<typeof Official>

export const createOfficial = endpoint({
  id: 'organisation.create-official',
  method: 'POST',
  path: '/organisation/officials',
  permission: 'organisation:write',
  summary: { vi: 'Thêm cán bộ, công chức', en: 'Add an official' },
  input: z.object({
    name: line(120),
    email: z.email().max(200).nullable().default(null),
    phone: line(30).nullable().default(null),
    accountId: idField.nullable().default(null),
  }),
  output: Official,
})

export const listOfficials = endpoint({
  id: 'organisation.list-officials',
  method: 'GET',
  path: '/organisation/officials',
  permission: 'organisation:read',
  summary: { vi: 'Liệt kê, tìm cán bộ, công chức', en: 'List and search officials' },
  input: z.object({
    search: line(100).optional(),
    day: dayField.optional(),
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({
    total: z.number().int(),
    officials: z.array(
      z.object({
        id: idField,
        name: z.string(),
        positions: z.array(
          z.object({ id: idField, unitId: idField, unitName: z.string(), title: z.string(), validFrom: dayField }),
        ),
      }),
    ),
  }),
})

export const listOfficialsOfUnit = endpoint({
  id: 'organisation.list-officials-of-unit',
  method: 'GET',
  path: '/organisation/units/:unitId/positions',
  permission: 'organisation:read',
  summary: { vi: 'Ai giữ chức vụ gì ở một đơn vị', en: 'Who holds which position at a unit' },
  input: z.object({
    unitId: idField,
    /** Default: today. */
    day: dayField.optional(),
    /** Also positions that are over or to come. */
    history: flagField.default(false),
  }),
  output: z.object({ day: dayField, positions: z.array(HeldPosition) }),
})

export const holdPosition = endpoint({
  id: 'organisation.hold-position',
  method: 'POST',
  path: '/organisation/positions',
  permission: 'organisation:write',
  summary: { vi: 'Ghi nhận chức vụ', en: 'Record that an official holds a position' },
  input: z.object({
    officialId: idField,
    unitId: idField,
    title: line(200),
    validFrom: dayField,
    validTo: dayField.nullable().default(null),
    decision: decisionInput.nullable().default(null),
  }),
  output: HeldPosition,
})

export const endPosition = endpoint({
  id: 'organisation.end-position',
  method: 'POST',
  path: '/organisation/positions/:positionId/end',
  permission: 'organisation:write',
  summary: { vi: 'Kết thúc việc giữ chức vụ', en: 'End a position' },
  input: z.object({
    positionId: idField,
    /** The first day on which it is no longer held. */
    validTo: dayField,
  }),
  output: HeldPosition,
})

export const Delegation = z.object({
  id: idField,
  fromOfficialId: idField,
  fromName: z.string(),
  toOfficialId: idField,
  toName: z.string(),
  unitId: idField,
  unitName: z.string(),
  reach: z.enum(['own', 'subtree']),
  permissions: z.array(z.string()),
  validFrom: dayField,
  validTo: dayField,
  reason: z.string(),
  state: z.enum(['to-come', 'in-force', 'over', 'revoked']),
  revokedReason: z.string().nullable(),
})
export type Delegation = z.infer<typeof Delegation>

export const delegate = endpoint({
  id: 'organisation.delegate',
  method: 'POST',
  path: '/organisation/delegations',
  permission: 'organisation:delegate',
  summary: { vi: 'Ủy quyền có thời hạn', en: 'Delegate permissions for a time' },
  input: z.object({
    fromOfficialId: idField,
    toOfficialId: idField,
    unitId: idField,
    reach: z.enum(['own', 'subtree']).default('own'),
    permissions: z
      .array(
        z
          .string()
          .regex(/^[a-z-]+:[a-z-]+$/, 'organisation/permission-not-named')
          .max(100),
      )
      .min(1)
      .max(50),
    validFrom: dayField,
    validTo: dayField,
    reason: line(500),
  }),
  output: Delegation,
})

export const revokeDelegation = endpoint({
  id: 'organisation.revoke-delegation',
  method: 'POST',
  path: '/organisation/delegations/:delegationId/revocation',
  permission: 'organisation:delegate',
  summary: { vi: 'Thu hồi ủy quyền', en: 'Revoke a delegation' },
  input: z.object({ delegationId: idField, reason: line(500) }),
  output: Delegation,
})

export const listDelegations = endpoint({
  id: 'organisation.list-delegations',
  method: 'GET',
  path: '/organisation/delegations',
  permission: 'organisation:read',
  summary: { vi: 'Liệt kê ủy quyền', en: 'List delegations' },
  input: z.object({
    unitId: idField.optional(),
    officialId: idField.optional(),
    state: z.enum(['to-come', 'in-force', 'over', 'revoked']).optional(),
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({ day: dayField, delegations: z.array(Delegation) }),
})
