/** Every refusal the platform can state, with the HTTP status it travels under. Add a kind here, nowhere else. */
const STATUS = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'rule-broken': 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const

export type ProblemKind = keyof typeof STATUS

/** One thing wrong at one place: `path` is the field (`rows.3.value`), `code` is translated by the reader. */
export type ProblemDetail = {
  readonly path: string
  readonly code: string
  readonly message: string
  /** What the translated message needs: row, column, limits. Never personal data. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** The body of a refusal as it travels (RFC 9457, `application/problem+json`). */
export type ProblemBody = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly errors?: readonly ProblemDetail[]
  readonly values?: Readonly<Record<string, string | number>>
}

type ProblemOptions = {
  readonly errors?: readonly ProblemDetail[]
  readonly values?: Readonly<Record<string, string | number>>
}

/** A refusal the caller can understand and act on. Anything else thrown is a defect. */
export class Problem extends Error {
  readonly kind: ProblemKind
  /** `module/what`, stable; a message key of the reader. */
  readonly code: string
  readonly errors: readonly ProblemDetail[]
  readonly values: Readonly<Record<string, string | number>>

  constructor(kind: ProblemKind, code: string, detail = '', options: ProblemOptions = {}) {
    super(detail)
    this.name = 'Problem'
    this.kind = kind
    this.code = code
    this.errors = options.errors ?? []
    this.values = options.values ?? {}
  }

  get status(): number {
    return STATUS[this.kind]
  }
}

/** The body for anything thrown. A defect shows only its kind, never its message or stack. */
export function toProblemBody(thrown: unknown): ProblemBody {
  const problem = thrown instanceof Problem ? thrown : new Problem('internal', 'platform/internal')
  return {
    type: 'about:blank',
    title: problem.kind,
    status: problem.status,
    code: problem.code,
    ...(problem.message && { detail: problem.message }),
    ...(problem.errors.length > 0 && { errors: problem.errors }),
    ...(Object.keys(problem.values).length > 0 && { values: problem.values }),
  }
}

/** The first line of what was thrown, for logs and lists: a stack or a second line may carry what does not belong there. */
export function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : JSON.stringify(thrown)
  return (text ?? '').split('\n')[0]?.slice(0, 500) ?? ''
}
