import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line } from '#kernel/fields.ts'

const secret = z.string().min(1).max(1024)
const passkeyAnswer = z.record(z.string().max(100), z.json())
/** Acts on one's own account that carry or answer secrets: not kept for repetition. */
const own = {
  method: 'POST',
  permission: 'signed-in',
  mends: ['identity/must-change-password', 'identity/must-enrol'],
  idempotent: false,
  perMinute: 30,
} as const
const nothing = z.object({})

export const ListedSession = z.object({
  id: idField,
  method: z.enum(['password', 'passkey', 'oidc']),
  secondFactor: z.boolean(),
  address: z.string(),
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  locked: z.boolean(),
  current: z.boolean(),
})
export type ListedSession = z.infer<typeof ListedSession>

export const Right = z.object({
  permission: z.string(),
  unitId: idField.nullable(),
  reach: z.enum(['own', 'subtree']),
})

export const ListedToken = z.object({
  id: idField,
  name: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  rights: z.array(Right),
})
export type ListedToken = z.infer<typeof ListedToken>

export const SignInRecord = z.object({
  id: idField,
  at: z.iso.datetime(),
  method: z.string(),
  /** `signed-in`, or the code of the refusal. */
  outcome: z.string(),
  address: z.string(),
  userAgent: z.string(),
})
export type SignInRecord = z.infer<typeof SignInRecord>

export const OwnSecurity = z.object({
  signInName: z.string(),
  secondFactorNeeded: z.boolean(),
  password: z
    .object({
      changedAt: z.iso.datetime(),
      /** null: its age does not matter. */
      staleAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  newPassword: z.object({ length: z.number().int(), fourClasses: z.boolean(), history: z.number().int() }),
  totpSince: z.iso.datetime().nullable(),
  recoveryCodesLeft: z.number().int(),
  passkeys: z.array(
    z.object({
      id: idField,
      label: z.string(),
      backedUp: z.boolean(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
    }),
  ),
  providers: z.array(z.object({ id: idField, name: z.string(), linkedAt: z.iso.datetime().nullable() })),
  sessions: z.array(ListedSession),
  tokens: z.array(ListedToken),
  longestTokenDays: z.number().int(),
  signIns: z.array(SignInRecord),
})
export type OwnSecurity = z.infer<typeof OwnSecurity>

export const ownSecurity = endpoint({
  id: 'identity.own-security',
  method: 'GET',
  path: '/identity/own-security',
  permission: 'signed-in',
  mends: own.mends,
  summary: { vi: 'Bảo mật của tôi: yếu tố xác thực, phiên, mã truy cập', en: 'My security: factors, sessions, tokens' },
  input: nothing,
  output: OwnSecurity,
})

export const changePassword = endpoint({
  ...own,
  id: 'identity.change-password',
  path: '/identity/own-security/password',
  audit: 'none',
  summary: { vi: 'Đổi mật khẩu của mình', en: 'Change one’s password' },
  input: z.object({ current: secret, wanted: secret }),
  output: nothing,
})

export const beginTotpEnrolment = endpoint({
  ...own,
  id: 'identity.begin-totp-enrolment',
  path: '/identity/own-security/totp',
  summary: { vi: 'Bắt đầu gắn ứng dụng xác thực', en: 'Begin to enrol an authenticator app' },
  input: nothing,
  output: z.object({ secret: z.string(), uri: z.string(), /** A picture as a `data:` address. */ picture: z.string() }),
})

export const confirmTotpEnrolment = endpoint({
  ...own,
  id: 'identity.confirm-totp-enrolment',
  path: '/identity/own-security/totp/confirmation',
  summary: {
    vi: 'Xác nhận ứng dụng xác thực bằng mã đầu tiên',
    en: 'Confirm the authenticator app with its first code',
  },
  input: z.object({ code: z.string().max(20) }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const removeTotp = endpoint({
  ...own,
  id: 'identity.remove-totp',
  path: '/identity/own-security/totp/removal',
  audit: 'none',
  summary: { vi: 'Gỡ ứng dụng xác thực', en: 'Remove the authenticator app' },
  input: z.object({ password: secret }),
  output: nothing,
})

export const renewRecoveryCodes = endpoint({
  ...own,
  id: 'identity.renew-recovery-codes',
  path: '/identity/own-security/recovery-codes',
  audit: 'none',
  summary: { vi: 'Cấp lại mã khôi phục', en: 'Renew the recovery codes' },
  input: z.object({ password: secret }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const beginPasskeyEnrolment = endpoint({
  ...own,
  id: 'identity.begin-passkey-enrolment',
  path: '/identity/own-security/passkey-challenge',
  summary: { vi: 'Xin thử thách để thêm khóa truy cập', en: 'Ask for a challenge to add a passkey' },
  input: nothing,
  output: z.object({ challengeId: idField, options: z.record(z.string(), z.json()) }),
})

export const finishPasskeyEnrolment = endpoint({
  ...own,
  id: 'identity.finish-passkey-enrolment',
  path: '/identity/own-security/passkeys',
  maxBytes: 64 * 1024,
  summary: { vi: 'Thêm khóa truy cập', en: 'Add a passkey' },
  input: z.object({ challengeId: idField, label: line(60), answer: passkeyAnswer }),
  output: z.object({ passkeyId: idField }),
})

export const removePasskey = endpoint({
  id: 'identity.remove-passkey',
  method: 'DELETE',
  path: '/identity/own-security/passkeys/:passkeyId',
  permission: 'signed-in',
  summary: { vi: 'Gỡ khóa truy cập', en: 'Remove a passkey' },
  input: z.object({ passkeyId: idField }),
  output: nothing,
})

export const endOwnSession = endpoint({
  id: 'identity.end-own-session',
  method: 'DELETE',
  path: '/identity/own-security/sessions/:sessionId',
  permission: 'signed-in',
  summary: { vi: 'Kết thúc một phiên của mình', en: 'End one of one’s sessions' },
  input: z.object({ sessionId: idField }),
  output: nothing,
})

export const signOutEverywhere = endpoint({
  ...own,
  id: 'identity.sign-out-everywhere',
  path: '/identity/own-security/sign-out-everywhere',
  summary: { vi: 'Đăng xuất ở mọi nơi', en: 'Sign out everywhere' },
  input: nothing,
  output: z.object({ ended: z.number().int() }),
})

export const createToken = endpoint({
  ...own,
  id: 'identity.create-token',
  path: '/identity/own-security/tokens',
  summary: { vi: 'Cấp mã truy cập cho chương trình', en: 'Create an access token for a program' },
  input: z.object({
    name: line(80),
    rights: z
      .array(
        z.object({
          permission: z.string().max(100),
          unitId: idField.nullable(),
          reach: z.enum(['own', 'subtree']),
        }),
      )
      .min(1)
      .max(50),
    days: z.coerce.number().int().min(1).max(365),
  }),
  /** The token is shown this once. */
  output: z.object({ tokenId: idField, token: z.string(), expiresAt: z.iso.datetime() }),
})

export const revokeToken = endpoint({
  id: 'identity.revoke-token',
  method: 'DELETE',
  path: '/identity/own-security/tokens/:tokenId',
  permission: 'signed-in',
  summary: { vi: 'Thu hồi mã truy cập của mình', en: 'Revoke one’s access token' },
  input: z.object({ tokenId: idField }),
  output: nothing,
})

export const unlinkProvider = endpoint({
  id: 'identity.unlink-provider',
  method: 'DELETE',
  path: '/identity/own-security/providers/:providerId',
  permission: 'signed-in',
  summary: { vi: 'Gỡ liên kết với hệ thống đăng nhập khác', en: 'Unlink another sign-in provider' },
  input: z.object({ providerId: idField }),
  output: nothing,
})
