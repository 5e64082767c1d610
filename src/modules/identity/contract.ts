import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, idField, line } from '#kernel/fields.ts'
import { SESSION_STATES } from './domain/session.ts'

export * from './contract/accounts.ts'
export * from './contract/oversight.ts'
export * from './contract/own-account.ts'
export * from './contract/rights.ts'

/** Announced when somebody opens or closes emergency rights. */
export const BREAK_GLASS_TOPIC = 'identity.break-glass'
/** Announced when an account, a role or an assignment changes. */
export const ACCOUNTS_TOPIC = 'identity.accounts'

export const BreakGlassOpened = z.object({ breakGlassId: idField, accountId: idField, endsAt: z.iso.datetime() })
export const AccountDisabled = z.object({ accountId: idField, reason: z.string() })

const secret = z.string().min(1).max(1024)
const passkeyAnswer = z.record(z.string().max(100), z.json())

const DemoSignIn = z.object({
  name: z.string(),
  label: bothField,
  password: z.string(),
  totpSecret: z.string().nullable(),
})
export type DemoSignIn = z.infer<typeof DemoSignIn>

export const CurrentSession = z.object({
  state: z.enum(SESSION_STATES),
  account: z
    .object({
      id: idField,
      name: z.string(),
      unitId: idField.nullable(),
      unitName: z.string().nullable(),
      kind: z.string(),
    })
    .nullable(),
  permissions: z.array(z.string()),
  /** The screen locks after this long without a key or pointer; null: nobody is signed in. */
  idleLockSeconds: z.number().int().nullable(),
  /** Emergency rights that are open now: one's own, and for whoever may oversee them, everybody's. */
  breakGlass: z.array(z.object({ id: idField, accountName: z.string(), endsAt: z.iso.datetime(), own: z.boolean() })),
  /** Ways to unlock the lock screen. */
  unlockBy: z.array(z.enum(['password', 'passkey'])),
  providers: z.array(z.object({ id: idField, name: z.string() })),
  /** Only on a demonstration installation, and only to whoever is not signed in. */
  demonstration: z.array(DemoSignIn),
})
export type CurrentSession = z.infer<typeof CurrentSession>

export const currentSession = endpoint({
  id: 'identity.current-session',
  method: 'GET',
  path: '/session',
  permission: 'anyone',
  summary: { vi: 'Phiên làm việc hiện tại', en: 'The current session' },
  input: z.object({}),
  output: CurrentSession,
})

/**
 * Where a sign-in stands. A refusal is an answer and not a problem, because the failed attempt has to be stored in the
 * same transaction that looked at it: otherwise guesses sent at once would each be looked at before any is counted.
 */
export const SignInStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('signed-in'), state: z.enum(SESSION_STATES) }),
  z.object({
    step: z.literal('second-factor'),
    /** To be given back with the second factor; good for five minutes. */
    pending: z.string(),
    methods: z.array(z.enum(['totp', 'passkey', 'recovery-code'])),
  }),
  z.object({
    step: z.literal('refused'),
    code: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])
export type SignInStep = z.infer<typeof SignInStep>

/** Sign-in calls carry secrets: nothing of them is kept for repetition, and the audit row is written without them. */
const signIn = {
  method: 'POST',
  permission: 'anyone',
  audit: 'none',
  idempotent: false,
  maxBytes: 32 * 1024,
  perMinute: 60,
} as const

export const signInWithPassword = endpoint({
  ...signIn,
  id: 'identity.sign-in-with-password',
  path: '/session/password',
  summary: { vi: 'Đăng nhập bằng mật khẩu', en: 'Sign in with a password' },
  input: z.object({ name: line(80), password: secret }),
  output: SignInStep,
})

export const giveTotpCode = endpoint({
  ...signIn,
  id: 'identity.give-totp-code',
  path: '/session/totp',
  summary: { vi: 'Bước hai: mã của ứng dụng xác thực', en: 'Second step: the code of the authenticator app' },
  input: z.object({ pending: secret, code: z.string().max(20) }),
  output: SignInStep,
})

export const giveRecoveryCode = endpoint({
  ...signIn,
  id: 'identity.give-recovery-code',
  path: '/session/recovery-code',
  summary: { vi: 'Bước hai: mã khôi phục', en: 'Second step: a recovery code' },
  input: z.object({ pending: secret, code: z.string().max(40) }),
  output: SignInStep,
})

export const beginPasskeySignIn = endpoint({
  ...signIn,
  id: 'identity.begin-passkey-sign-in',
  path: '/session/passkey-challenge',
  summary: { vi: 'Xin thử thách để đăng nhập bằng khóa truy cập', en: 'Ask for a challenge to sign in with a passkey' },
  input: z.object({
    /** Given when the passkey is the second step, or unlocks. */
    pending: secret.nullable().default(null),
  }),
  output: z.object({ challengeId: idField, options: z.record(z.string(), z.json()) }),
})

export const signInWithPasskey = endpoint({
  ...signIn,
  id: 'identity.sign-in-with-passkey',
  path: '/session/passkey',
  summary: { vi: 'Đăng nhập bằng khóa truy cập', en: 'Sign in with a passkey' },
  input: z.object({ challengeId: idField, pending: secret.nullable().default(null), answer: passkeyAnswer }),
  output: SignInStep,
})

export const beginOidcSignIn = endpoint({
  ...signIn,
  id: 'identity.begin-oidc-sign-in',
  path: '/session/oidc',
  summary: { vi: 'Bắt đầu đăng nhập qua hệ thống khác', en: 'Begin to sign in through another provider' },
  input: z.object({
    providerId: idField,
    /** Links the provider to the signed-in account instead of signing in. */
    link: z.boolean().default(false),
  }),
  output: z.object({
    /** Where the browser goes. */
    url: z.string(),
    /** Kept by the browser tab that began, and given back with the answer. */
    browserKey: z.string(),
  }),
})

export const finishOidcSignIn = endpoint({
  ...signIn,
  id: 'identity.finish-oidc-sign-in',
  path: '/session/oidc/answer',
  summary: { vi: 'Hoàn tất đăng nhập qua hệ thống khác', en: 'Finish to sign in through another provider' },
  input: z.object({
    browserKey: secret,
    /** The query with which the provider sent the browser back. */
    query: z.string().max(8192),
  }),
  output: SignInStep,
})

export const unlockSession = endpoint({
  ...signIn,
  id: 'identity.unlock-session',
  path: '/session/unlock',
  permission: 'signed-in',
  mends: ['identity/locked'],
  summary: { vi: 'Mở khóa màn hình', en: 'Unlock the screen' },
  /** Either the password, or a passkey's answer to a challenge. */
  input: z.object({
    password: secret.nullable().default(null),
    challengeId: idField.nullable().default(null),
    answer: passkeyAnswer.nullable().default(null),
  }),
  output: SignInStep,
})

export const lockSession = endpoint({
  id: 'identity.lock-session',
  method: 'POST',
  path: '/session/lock',
  permission: 'signed-in',
  mends: ['identity/must-change-password', 'identity/must-enrol'],
  idempotent: false,
  summary: { vi: 'Khóa màn hình', en: 'Lock the screen' },
  input: z.object({}),
  output: z.object({}),
})

export const signOut = endpoint({
  id: 'identity.sign-out',
  method: 'POST',
  path: '/session/sign-out',
  permission: 'anyone',
  idempotent: false,
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
  input: z.object({}),
  output: z.object({}),
})
