import { z } from 'zod'

/** The two ways of speaking that are described: the older one with a session token, and the flow of 2026. */
export const VARIANTS = ['one-shot', 'flow-2026'] as const
export type Variant = (typeof VARIANTS)[number]

/** How moments are written: `yyyyMMddHHmmss` and `dd/MM/yyyy HH:mm:ss` in Vietnamese time, or ISO 8601 with its offset. */
export const MOMENT_FORMS = ['compact', 'vietnamese', 'iso'] as const
export type MomentForm = (typeof MOMENT_FORMS)[number]

export const SUBJECT_KINDS = ['person', 'household-business', 'enterprise', 'organisation'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]
export const IDENTITY_KINDS = ['citizen', 'tax', 'passport', 'old-card'] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

/** Where each call goes, below the address of the connection. Empty: this installation does not make the call. */
export const PATHS = [
  'session',
  'service',
  'token',
  'code',
  'upload',
  'create',
  'progress',
  'status',
  'lookUp',
  'inbox',
] as const

const code = z.string().regex(/^[\w-]{1,20}$/)
const path = z.string().regex(/^(?:\/[\w./-]{1,200})?$/)

/**
 * What is published in several ways, or not at all, and therefore set for each installation: sources contradict each other on the codes of
 * LoaiDoiTuong, and of the flow of 2026 only the order of its calls is known.
 */
export const Profile = z.object({
  variant: z.enum(VARIANTS),
  moments: z.enum(MOMENT_FORMS),
  subjectKinds: z.object({ person: code, 'household-business': code, enterprise: code, organisation: code }),
  identityKinds: z.object({ citizen: code, tax: code, passport: code, 'old-card': code }),
  /** MaCSDL of this installation; empty: none. */
  databaseCode: z.string().regex(/^[\w.-]{0,60}$/),
  paths: z.object({
    session: path,
    service: path,
    token: path,
    code: path,
    upload: path,
    create: path,
    progress: path,
    status: path,
    lookUp: path,
    inbox: path,
  }),
})
export type Profile = z.infer<typeof Profile>

const IDENTITIES = { citizen: '1', tax: '2', passport: '3', 'old-card': '4' }
const PLACES = {
  session: '/session',
  service: '/service',
  token: '/token',
  code: '/ma-ho-so',
  upload: '/tep-tin',
  create: '/ho-so',
  progress: '/tien-trinh',
  status: '/trang-thai',
  lookUp: '/tra-cuu',
  inbox: '/ho-so-da-nop',
}

/** What stands in a profile until somebody knows better. */
export const DEFAULT_PROFILES: Readonly<Record<Variant, Profile>> = {
  'one-shot': {
    variant: 'one-shot',
    moments: 'compact',
    subjectKinds: { person: '1', 'household-business': '2', enterprise: '2', organisation: '2' },
    identityKinds: IDENTITIES,
    databaseCode: '',
    paths: PLACES,
  },
  'flow-2026': {
    variant: 'flow-2026',
    moments: 'iso',
    subjectKinds: { person: '0', 'household-business': '2', enterprise: '1', organisation: '1' },
    identityKinds: IDENTITIES,
    databaseCode: '',
    paths: PLACES,
  },
}
