import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, limitField, line } from '#kernel/fields.ts'
import { ACCOUNT_KINDS } from '../domain/session.ts'
import { ListedSession, ListedToken, SignInRecord } from './own-account.ts'

const nothing = z.object({})
const signInName = z
  .string()
  .max(80)
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,79}$/, 'identity/sign-in-name-shape'))

export const ListedAccount = z.object({
  id: idField,
  signInName: z.string(),
  displayName: z.string(),
  kind: z.enum(ACCOUNT_KINDS),
  unitId: idField.nullable(),
  unitName: z.string().nullable(),
  status: z.enum(['active', 'disabled']),
  /** Too many failed attempts: until then nobody gets in by password. */
  lockedUntil: z.iso.datetime().nullable(),
  secondFactor: z.boolean(),
  lastSignedInAt: z.iso.datetime().nullable(),
  roles: z.array(z.string()),
})
export type ListedAccount = z.infer<typeof ListedAccount>

export const listAccounts = endpoint({
  id: 'identity.list-accounts',
  method: 'GET',
  path: '/identity/accounts',
  permission: 'identity:read',
  audit: 'read',
  summary: { vi: 'Danh sách tài khoản', en: 'The accounts' },
  input: z.object({
    search: line(100).optional(),
    kind: z.enum(ACCOUNT_KINDS).optional(),
    status: z.enum(['active', 'disabled']).optional(),
    unitId: idField.optional(),
    /** The sign-in name of the last account of the page before. */
    after: z.string().max(80).optional(),
    limit: limitField,
  }),
  output: z.object({ total: z.number().int(), accounts: z.array(ListedAccount) }),
})

export const Assignment = z.object({
  id: idField,
  accountId: idField,
  roleId: idField,
  roleCode: z.string(),
  roleName: bothField,
  unitId: idField.nullable(),
  unitName: z.string().nullable(),
  reach: z.enum(['own', 'subtree']),
  validFrom: dayField,
  validTo: dayField.nullable(),
  reason: z.string(),
})
export type Assignment = z.infer<typeof Assignment>

export const AccountDetail = z.object({
  id: idField,
  signInName: z.string(),
  displayName: z.string(),
  kind: z.enum(ACCOUNT_KINDS),
  email: z.string().nullable(),
  officialId: idField.nullable(),
  unitId: idField.nullable(),
  unitName: z.string().nullable(),
  status: z.enum(['active', 'disabled']),
  statusReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSignedInAt: z.iso.datetime().nullable(),
  lockedUntil: z.iso.datetime().nullable(),
  mustChangePassword: z.boolean(),
  totp: z.boolean(),
  passkeys: z.number().int(),
  version: z.number().int(),
  assignments: z.array(Assignment),
  sessions: z.array(ListedSession),
  tokens: z.array(ListedToken),
  signIns: z.array(SignInRecord),
  lastReviewedAt: z.iso.datetime().nullable(),
})
export type AccountDetail = z.infer<typeof AccountDetail>

export const getAccount = endpoint({
  id: 'identity.get-account',
  method: 'GET',
  path: '/identity/accounts/:accountId',
  permission: 'identity:read',
  audit: 'read',
  summary: { vi: 'Xem một tài khoản', en: 'One account' },
  input: z.object({ accountId: idField }),
  output: AccountDetail,
})

export const createAccount = endpoint({
  id: 'identity.create-account',
  method: 'POST',
  path: '/identity/accounts',
  permission: 'identity:manage',
  // The answer holds a password that is shown once; it is not kept.
  idempotent: false,
  summary: { vi: 'Lập tài khoản', en: 'Create an account' },
  input: z.object({
    signInName,
    displayName: line(120),
    kind: z.enum(ACCOUNT_KINDS).default('personal'),
    email: z.email().max(200).nullable().default(null),
    officialId: idField.nullable().default(null),
    unitId: idField.nullable().default(null),
  }),
  output: z.object({
    accountId: idField,
    /** Shown once, to be changed at the first sign-in; null for service accounts, which have no password. */
    temporaryPassword: z.string().nullable(),
  }),
})

export const changeAccount = endpoint({
  id: 'identity.change-account',
  method: 'PATCH',
  path: '/identity/accounts/:accountId',
  permission: 'identity:manage',
  summary: { vi: 'Sửa thông tin tài khoản', en: 'Change an account' },
  input: z.object({
    accountId: idField,
    displayName: line(120),
    email: z.email().max(200).nullable(),
    officialId: idField.nullable(),
    unitId: idField.nullable(),
    /** As read: someone else's change in between is not overwritten. */
    version: z.number().int().min(1),
  }),
  output: nothing,
})

const manage = { method: 'POST', permission: 'identity:manage', idempotent: false } as const
const withReason = z.object({ accountId: idField, reason: line(500) })

export const disableAccount = endpoint({
  ...manage,
  id: 'identity.disable-account',
  path: '/identity/accounts/:accountId/disabling',
  summary: { vi: 'Vô hiệu hóa tài khoản', en: 'Disable an account' },
  input: withReason,
  output: nothing,
})

export const enableAccount = endpoint({
  ...manage,
  id: 'identity.enable-account',
  path: '/identity/accounts/:accountId/enabling',
  summary: { vi: 'Kích hoạt lại tài khoản', en: 'Enable an account again' },
  input: withReason,
  output: nothing,
})

export const unlockAccount = endpoint({
  ...manage,
  id: 'identity.unlock-account',
  path: '/identity/accounts/:accountId/unlocking',
  summary: { vi: 'Mở khóa tài khoản bị khóa do nhập sai', en: 'Unlock an account locked by failed attempts' },
  input: withReason,
  output: nothing,
})

export const resetPassword = endpoint({
  ...manage,
  id: 'identity.reset-password',
  path: '/identity/accounts/:accountId/password-reset',
  summary: { vi: 'Cấp lại mật khẩu tạm', en: 'Give a temporary password' },
  input: withReason,
  output: z.object({ temporaryPassword: z.string() }),
})

export const resetSecondFactor = endpoint({
  ...manage,
  id: 'identity.reset-second-factor',
  path: '/identity/accounts/:accountId/second-factor-reset',
  summary: { vi: 'Gỡ yếu tố xác thực thứ hai (mất thiết bị)', en: 'Remove the second factors (a lost device)' },
  input: withReason,
  output: nothing,
})

export const endSessions = endpoint({
  ...manage,
  id: 'identity.end-sessions',
  path: '/identity/accounts/:accountId/session-ending',
  summary: { vi: 'Kết thúc phiên và thu hồi mã truy cập', en: 'End sessions and revoke tokens' },
  input: z.object({
    accountId: idField,
    /** Only this session; null: all of them. */
    sessionId: idField.nullable().default(null),
    tokensToo: z.boolean().default(false),
  }),
  output: z.object({ sessions: z.number().int(), tokens: z.number().int() }),
})
