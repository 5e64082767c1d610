import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, idField, limitField, line, paragraphs } from '#kernel/fields.ts'
import { ACCOUNT_KINDS } from '../domain/session.ts'
import { SETTING_KEYS } from '../domain/settings.ts'
import { Right } from './own-account.ts'

const nothing = z.object({})

export const ListedSetting = z.object({
  key: z.enum(SETTING_KEYS),
  value: z.number().int(),
  standard: z.number().int(),
  min: z.number().int(),
  max: z.number().int(),
  unit: z.enum(['minutes', 'hours', 'days', 'months', 'characters', 'times', 'kibibytes', 'switch']),
  changedAt: z.iso.datetime().nullable(),
})
export type ListedSetting = z.infer<typeof ListedSetting>

export const listSettings = endpoint({
  id: 'identity.list-settings',
  method: 'GET',
  path: '/identity/settings',
  permission: 'identity:read',
  summary: { vi: 'Thiết đặt an toàn đăng nhập', en: 'The sign-in security settings' },
  input: nothing,
  output: z.object({ settings: z.array(ListedSetting) }),
})

export const changeSetting = endpoint({
  id: 'identity.change-setting',
  method: 'PUT',
  path: '/identity/settings/:key',
  permission: 'identity:configure',
  summary: { vi: 'Sửa một thiết đặt an toàn', en: 'Change a security setting' },
  input: z.object({ key: z.enum(SETTING_KEYS), value: z.coerce.number().int() }),
  output: nothing,
})

export const listReviews = endpoint({
  id: 'identity.list-reviews',
  method: 'GET',
  path: '/identity/reviews',
  permission: 'identity:review',
  audit: 'read',
  summary: { vi: 'Rà soát tài khoản và quyền', en: 'The review of accounts and rights' },
  input: z.object({
    onlyDue: z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]).default(false),
    /** The id of the last account of the page before. */
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({
    due: z.number().int(),
    accounts: z.array(
      z.object({
        accountId: idField,
        signInName: z.string(),
        displayName: z.string(),
        kind: z.enum(ACCOUNT_KINDS),
        unitName: z.string().nullable(),
        status: z.enum(['active', 'disabled']),
        lastSignedInAt: z.iso.datetime().nullable(),
        rights: z.array(Right.extend({ unitName: z.string().nullable() })),
        lastReviewedAt: z.iso.datetime().nullable(),
        lastReviewer: z.string().nullable(),
        dueAt: z.iso.datetime(),
        isDue: z.boolean(),
      }),
    ),
  }),
})

export const reviewAccount = endpoint({
  id: 'identity.review-account',
  method: 'POST',
  path: '/identity/accounts/:accountId/reviews',
  permission: 'identity:review',
  summary: { vi: 'Ghi nhận đã rà soát tài khoản', en: 'Record that an account was reviewed' },
  input: z.object({ accountId: idField, note: paragraphs(1000).default('') }),
  output: z.object({ reviewId: idField }),
})

export const BreakGlass = z.object({
  id: idField,
  accountId: idField,
  accountName: z.string(),
  roleCode: z.string(),
  roleName: bothField,
  reason: z.string(),
  openedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  open: z.boolean(),
})
export type BreakGlass = z.infer<typeof BreakGlass>

export const openBreakGlass = endpoint({
  id: 'identity.open-break-glass',
  method: 'POST',
  path: '/identity/break-glass',
  permission: 'identity:break-glass',
  perMinute: 5,
  summary: { vi: 'Mở quyền khẩn cấp', en: 'Open emergency rights' },
  input: z.object({
    roleCode: z.string().max(60),
    minutes: z.coerce.number().int().min(5).max(480),
    reason: line(1000),
  }),
  output: BreakGlass,
})

export const closeBreakGlass = endpoint({
  id: 'identity.close-break-glass',
  method: 'POST',
  path: '/identity/break-glass/:breakGlassId/closing',
  permission: 'identity:break-glass',
  summary: { vi: 'Đóng quyền khẩn cấp', en: 'Close emergency rights' },
  input: z.object({ breakGlassId: idField }),
  output: nothing,
})

export const listBreakGlass = endpoint({
  id: 'identity.list-break-glass',
  method: 'GET',
  path: '/identity/break-glass',
  permission: 'identity:read',
  summary: { vi: 'Các lần mở quyền khẩn cấp', en: 'The uses of emergency rights' },
  input: z.object({ limit: limitField }),
  output: z.object({ uses: z.array(BreakGlass) }),
})

export const Provider = z.object({
  id: idField,
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  hasSecret: z.boolean(),
  scope: z.string(),
  secondFactor: z.boolean(),
  active: z.boolean(),
  links: z.number().int(),
})
export type Provider = z.infer<typeof Provider>

export const listProviders = endpoint({
  id: 'identity.list-providers',
  method: 'GET',
  path: '/identity/providers',
  permission: 'identity:configure',
  summary: { vi: 'Hệ thống đăng nhập khác (OpenID Connect)', en: 'Other sign-in providers (OpenID Connect)' },
  input: nothing,
  output: z.object({ providers: z.array(Provider), /** To be entered at the provider. */ redirectUri: z.string() }),
})

export const saveProvider = endpoint({
  id: 'identity.save-provider',
  method: 'POST',
  path: '/identity/providers',
  permission: 'identity:configure',
  audit: 'none',
  idempotent: false,
  summary: { vi: 'Thêm hoặc sửa hệ thống đăng nhập khác', en: 'Add or change another sign-in provider' },
  input: z.object({
    /** null: a new one. */
    providerId: idField.nullable(),
    name: line(80),
    issuer: z.url({ protocol: /^https?$/ }).max(300),
    clientId: line(200),
    /** null: stays as it is. */
    clientSecret: z.string().min(1).max(500).nullable(),
    scope: line(200).default('openid'),
    secondFactor: z.boolean().default(false),
    active: z.boolean().default(true),
  }),
  output: z.object({ providerId: idField }),
})
