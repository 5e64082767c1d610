import { z } from 'zod'

const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text))

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
  METRICS_TOKEN: optionalText,
  /** Seals what must not be read from a stolen database; 32 bytes in base64. Without it: `secret.key` in DATA_FOLDER. */
  SECRET_KEY: optionalText.refine(
    (text) => text === undefined || Buffer.from(text, 'base64').length === 32,
    'must be 32 bytes in base64',
  ),
})

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
  readonly metricsToken: string | undefined
  readonly secretKey: Buffer | undefined
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
    metricsToken: values.METRICS_TOKEN,
    secretKey: values.SECRET_KEY === undefined ? undefined : Buffer.from(values.SECRET_KEY, 'base64'),
    test: environment.VITEST === 'true' || values.NODE_ENV === 'test',
  }
}
