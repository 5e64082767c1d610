import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line, momentField } from '#kernel/fields.ts'

/** Of a session in which nobody has signed in yet: it may write an application, and no more. */
export const UNSIGNED = 'portal/unsigned'

export const Citizen = z.object({
  id: idField,
  /** False: began to write before signing in, and nothing is known of them. */
  signedIn: z.boolean(),
  /** The address with its middle hidden; null: known by the provider of identities alone. */
  address: z.string().nullable(),
  /** What the provider vouched for, for the citizen's own eyes. */
  verified: z
    .object({
      name: z.string().nullable(),
      identityNumber: z.string().nullable(),
      bornOn: z.string().nullable(),
      address: z.string().nullable(),
      /** What the provider is called, and whether it is only a stand-in of the demonstration. */
      by: z.string(),
      simulated: z.boolean(),
      at: momentField,
    })
    .nullable(),
})

/** Whether the address is known makes no difference to the answer. */
export const askCode = endpoint({
  id: 'portal.ask-code',
  method: 'POST',
  path: '/portal/sign-in/codes',
  permission: 'anyone',
  perMinute: 30,
  idempotent: false,
  summary: { vi: 'Gửi mã đăng nhập một lần', en: 'Send a one-time code' },
  input: z.object({ address: line(200), language: z.enum(['vi', 'en']).default('vi') }),
  output: z.object({
    codeId: idField,
    channel: z.enum(['email', 'sms']),
    expiresAt: momentField,
    /** In a demonstration without a real way to send: the code itself, shown as such. */
    demonstrationCode: z.string().nullable(),
  }),
})

/** A wrong code is an answer, not a problem: its try is counted where it was looked at. */
export const giveCode = endpoint({
  id: 'portal.give-code',
  method: 'POST',
  path: '/portal/sign-in',
  permission: 'anyone',
  perMinute: 60,
  idempotent: false,
  summary: { vi: 'Đăng nhập bằng mã một lần', en: 'Sign in by a one-time code' },
  /** `pending`: the person of the provider who is to be one with the citizen of the address. */
  input: z.object({ codeId: idField, code: z.string().max(12), pending: z.string().max(100).optional() }),
  output: z.discriminatedUnion('step', [
    z.object({ step: z.literal('done'), citizen: Citizen }),
    z.object({ step: z.literal('refused'), code: z.literal('portal/code-wrong') }),
  ]),
})

export const currentCitizen = endpoint({
  id: 'portal.current-citizen',
  method: 'GET',
  path: '/portal/citizen',
  permission: 'anyone',
  summary: { vi: 'Ai đang đăng nhập', en: 'Who is signed in' },
  input: z.object({}),
  output: Citizen.nullable(),
})

/** Lets somebody write an application before they sign in; whoever is here already stays who they are. */
export const beginUnsigned = endpoint({
  id: 'portal.begin-unsigned',
  method: 'POST',
  path: '/portal/sign-in/later',
  permission: 'anyone',
  perMinute: 10,
  idempotent: false,
  summary: { vi: 'Soạn hồ sơ trước khi đăng nhập', en: 'Write before signing in' },
  input: z.object({}),
  output: Citizen,
})

export const signOutCitizen = endpoint({
  id: 'portal.sign-out-citizen',
  method: 'POST',
  path: '/portal/sign-out',
  permission: 'citizen',
  mends: [UNSIGNED],
  idempotent: false,
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
  input: z.object({}),
  output: z.null(),
})

export const getSignInWays = endpoint({
  id: 'portal.get-sign-in-ways',
  method: 'GET',
  path: '/portal/sign-in/ways',
  permission: 'anyone',
  summary: { vi: 'Các cách đăng nhập của công dân', en: 'How citizens may sign in' },
  input: z.object({}),
  /** `simulated`: a stand-in of the demonstration, which vouches for nobody. */
  output: z.object({ provider: z.object({ name: z.string(), simulated: z.boolean() }).nullable() }),
})

export const beginProviderSignIn = endpoint({
  id: 'portal.begin-provider-sign-in',
  method: 'POST',
  path: '/portal/sign-in/provider',
  permission: 'anyone',
  perMinute: 30,
  idempotent: false,
  summary: { vi: 'Đăng nhập bằng định danh điện tử', en: 'Sign in through the provider of identities' },
  /** `link`: to make the provider's person one with who is signed in. */
  input: z.object({ link: z.boolean().default(false), language: z.enum(['vi', 'en']).default('vi') }),
  output: z.object({ url: z.url(), browserKey: z.string() }),
})

export const ProviderRefusal = z.enum([
  /** The person, or the provider, said no there. */
  'portal/provider-declined',
  /** It does not answer. */
  'portal/provider-silent',
  /** What came back does not hold. */
  'portal/provider-refused',
  'portal/identity-elsewhere',
])
const PROVIDER_REFUSED = z.object({ step: z.literal('refused'), code: ProviderRefusal })

/** A refusal is an answer: what was begun is used up all the same. */
export const finishProviderSignIn = endpoint({
  id: 'portal.finish-provider-sign-in',
  method: 'POST',
  path: '/portal/sign-in/provider/answer',
  permission: 'anyone',
  perMinute: 30,
  idempotent: false,
  summary: { vi: 'Hoàn tất đăng nhập bằng định danh điện tử', en: 'Finish signing in through the provider' },
  input: z.object({
    browserKey: z.string().max(100),
    query: z.string().max(8000),
    language: z.enum(['vi', 'en']).default('vi'),
  }),
  output: z.discriminatedUnion('step', [
    z.object({ step: z.literal('done'), citizen: Citizen }),
    /** A citizen has an address here that the provider verified: a code was sent there. */
    z.object({
      step: z.literal('prove'),
      pending: z.string(),
      address: z.string(),
      codeId: idField,
      channel: z.enum(['email', 'sms']),
      demonstrationCode: z.string().nullable(),
    }),
    PROVIDER_REFUSED,
  ]),
})

export const signInApart = endpoint({
  id: 'portal.sign-in-apart',
  method: 'POST',
  path: '/portal/sign-in/apart',
  permission: 'anyone',
  perMinute: 30,
  idempotent: false,
  summary: { vi: 'Vào mà không nối với địa chỉ đã có', en: 'Sign in without joining a known address' },
  input: z.object({ pending: z.string().max(100) }),
  output: z.discriminatedUnion('step', [z.object({ step: z.literal('done'), citizen: Citizen }), PROVIDER_REFUSED]),
})
