import { z } from 'zod'

const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text))

const isWebAddress = (text: string | undefined): boolean => text === undefined || /^https?:\/\//.test(text)

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** A real PostgreSQL 15 to 18; without it the embedded one is started in DATA_FOLDER. */
  DATABASE_URL: optionalText,
  /** The owner of the schema, when it is another role than that of DATABASE_URL. */
  DATABASE_MIGRATION_URL: optionalText,
  DATA_FOLDER: z.string().default('./data'),
  /** The address people type; decides the cookie's Secure mark and the origin for passkeys and OpenID Connect. */
  PUBLIC_URL: optionalText,
  /** `1`: X-Forwarded-For of a reverse proxy on loopback is believed. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  /** `0`: the demonstration city is not loaded into an empty database. */
  DEMO: z.enum(['0', '1']).optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  /** Calls a minute that one account, or one address that is not signed in, may make in all. */
  CALLS_PER_MINUTE: z.coerce.number().int().min(60).max(10_000_000).default(1200),
  OPERATION_LIMITS_TIMES: z.coerce.number().min(1).max(100_000).default(1),
  METRICS_TOKEN: optionalText,
  /** `smtp://name:password@host:587` (STARTTLS is required, but on loopback) or `smtps://…`; without it no e-mail is sent, and pages say so. */
  SMTP_URL: optionalText.refine(
    (text) => text === undefined || /^smtps?:\/\//.test(text),
    'must begin with smtp:// or smtps://',
  ),
  MAIL_FROM: optionalText,
  /** Where text and Zalo messages are handed over (docs/operations.md), and the key shown there. */
  SMS_URL: optionalText.refine(isWebAddress, 'must be a web address'),
  SMS_KEY: optionalText,
  ZALO_URL: optionalText.refine(isWebAddress, 'must be a web address'),
  ZALO_KEY: optionalText,
  /** Secrets with which providers sign delivery reports, `whsec_…` (base64); several with spaces between while one is changed. */
  MESSAGE_REPORT_SECRETS: optionalText.refine(
    (text) => text === undefined || text.split(' ').every((one) => /^whsec_[A-Za-z0-9+/=]{32,}$/.test(one)),
    'must be whsec_ and base64 of at least 24 bytes',
  ),
  /** Seals what must not be read from a stolen database; 32 bytes in base64. Without it: `secret.key` in DATA_FOLDER. */
  SECRET_KEY: optionalText.refine(
    (text) => text === undefined || Buffer.from(text, 'base64').length === 32,
    'must be 32 bytes in base64',
  ),
  /** The provider of identities through which citizens sign in (OpenID Connect; docs/operations.md); without it they sign in by codes. */
  CITIZEN_OIDC_ISSUER: optionalText.refine(
    (text) => text === undefined || /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(text),
    'must begin with https://',
  ),
  CITIZEN_OIDC_CLIENT_ID: optionalText,
  CITIZEN_OIDC_CLIENT_SECRET: optionalText,
  CITIZEN_OIDC_SCOPE: z.string().default('openid profile'),
  /** What the button says. */
  CITIZEN_OIDC_NAME: z.string().max(60).default('VNeID'),
  /** What the provider calls the number of a person. */
  CITIZEN_OIDC_NUMBER_CLAIM: z.string().max(100).default('identity_number'),
})

/** Through whom the platform writes to people; what is undefined is not there, and its messages wait. */
export type MessageConfig = {
  readonly smtpUrl: string | undefined
  readonly mailFrom: string | undefined
  readonly smsUrl: string | undefined
  readonly smsKey: string | undefined
  readonly zaloUrl: string | undefined
  readonly zaloKey: string | undefined
  readonly reportSecrets: readonly string[]
  /** Channels that only a stand-in of the demonstration answers: nothing reaches anybody. */
  readonly simulated: readonly ('email' | 'sms' | 'zalo' | 'push')[]
  /** Where the demonstration's stand-in for push services listens; elsewhere there is none. */
  readonly pushStandInUrl?: string | undefined
}

/** Through whom citizens sign in. */
export type CitizenProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  readonly scope: string
  readonly name: string
  readonly numberClaim: string
  /** Only a stand-in of the demonstration: it vouches for nobody. */
  readonly simulated: boolean
}

/** Everything the platform takes from its environment, read once at start. */
export type Config = {
  readonly production: boolean
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | undefined
  readonly migrationUrl: string | undefined
  readonly dataFolder: string
  readonly publicUrl: string | undefined
  readonly trustProxy: boolean
  readonly demo: boolean
  readonly logLevel: string
  readonly poolSize: number
  readonly callsPerMinute: number
  /** The limits of single operations count so many times. */
  readonly operationLimitsTimes: number
  readonly metricsToken: string | undefined
  readonly secretKey: Buffer | undefined
  readonly messages: MessageConfig
  readonly citizenProvider: CitizenProvider | undefined
  /** Running under the test runner. */
  readonly test: boolean
}

/** The configuration of this process; throws a readable error naming each wrong variable (never its value). */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not right: ${wrong.join('; ')}`)
  }
  const values = parsed.data
  return {
    production: values.NODE_ENV === 'production',
    host: values.HOST,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    migrationUrl: values.DATABASE_MIGRATION_URL ?? values.DATABASE_URL,
    dataFolder: values.DATA_FOLDER,
    publicUrl: values.PUBLIC_URL,
    trustProxy: values.TRUST_PROXY === '1',
    // A real database is somebody's own: the demonstration comes only when asked for.
    demo: values.DEMO === undefined ? values.DATABASE_URL === undefined : values.DEMO === '1',
    logLevel: values.LOG_LEVEL,
    poolSize: values.DATABASE_POOL,
    callsPerMinute: values.CALLS_PER_MINUTE,
    operationLimitsTimes: values.OPERATION_LIMITS_TIMES,
    metricsToken: values.METRICS_TOKEN,
    secretKey: values.SECRET_KEY === undefined ? undefined : Buffer.from(values.SECRET_KEY, 'base64'),
    messages: {
      smtpUrl: values.SMTP_URL,
      mailFrom: values.MAIL_FROM,
      smsUrl: values.SMS_URL,
      smsKey: values.SMS_KEY,
      zaloUrl: values.ZALO_URL,
      zaloKey: values.ZALO_KEY,
      reportSecrets: values.MESSAGE_REPORT_SECRETS?.split(' ') ?? [],
      simulated: [],
    },
    citizenProvider: citizenProvider(values),
    test: environment.VITEST === 'true' || values.NODE_ENV === 'test',
  }
}

function citizenProvider(values: z.output<typeof Environment>): CitizenProvider | undefined {
  const { CITIZEN_OIDC_ISSUER: issuer, CITIZEN_OIDC_CLIENT_ID: clientId } = values
  if (issuer === undefined || clientId === undefined) return undefined
  return {
    issuer,
    clientId,
    clientSecret: values.CITIZEN_OIDC_CLIENT_SECRET ?? null,
    scope: values.CITIZEN_OIDC_SCOPE,
    name: values.CITIZEN_OIDC_NAME,
    numberClaim: values.CITIZEN_OIDC_NUMBER_CLAIM,
    simulated: false,
  }
}

/** Where the virus scanner listens: a socket of this machine, or a host and port. Null: there is none. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number }

/** `CLAMD_SOCKET`, or `CLAMD_HOST` with `CLAMD_PORT` (3310). Throws when the port is none. */
export function scannerAddress(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ScannerAddress | null {
  const { CLAMD_SOCKET: path, CLAMD_HOST: host, CLAMD_PORT: port } = environment
  if (path) return { path }
  return host
    ? {
        host,
        port: z.coerce
          .number()
          .int()
          .min(1)
          .max(65535)
          .parse(port || 3310),
      }
    : null
}

/** What a process that works on strangers' files needs to answer as this one would; above all no password and no key. */
export function environmentForStrangers(): Record<string, string> {
  const needed = ['TZ', 'LANG', 'LC_ALL', 'SystemRoot']
  return Object.fromEntries(needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}
