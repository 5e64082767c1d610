import type { HeaderFormula, Term } from './reading.ts'

const REFERENCE = /\(?\b(\d{1,2}[a-z]?)\b\)?/
const FORMULA = /\(?\b(\d{1,2}[a-z]?)\)?\s*=\s*([()\d\sa-z+\-–/:x×*%.,]{3,80})/i

/** What a header says of its column: the number by which formulas name it, and its own formula. */
export type HeaderMark = { readonly mark: string | null; readonly promise: Promise | null }
/** A formula in the header's own column numbers, not yet columns of the table. */
export type Promise = {
  readonly text: string
  readonly sum: readonly MarkTerm[]
  readonly over?: readonly MarkTerm[]
}
type MarkTerm = { readonly mark: string; readonly sign: 1 | -1 }

/**
 * `Tỷ lệ (%) (3)=(2)/(1)` → mark 3 and its formula; `Số hồ sơ (1)` → mark 1. `alone` is for a row of column numbers, where the whole
 * cell is the mark (`3=2/1`, `A`).
 */
export function readHeaderMark(text: string, alone = false): HeaderMark {
  const formula = FORMULA.exec(text)
  if (formula) {
    const promise = readPromise(formula[2] ?? '')
    return { mark: formula[1] ?? null, promise: promise && { ...promise, text: formula[0].trim() } }
  }
  if (alone) return { mark: /^\(?(\d{1,2}[a-z]?|[A-Z])\)?$/.exec(text.trim())?.[1] ?? null, promise: null }
  return { mark: /\((\d{1,2}[a-z]?)\)\s*$/.exec(text.trim())?.[1] ?? null, promise: null }
}

/** Whether a text is nothing but a column number, with or without its formula. */
export function isColumnNumber(text: string): boolean {
  const bare = text.trim()
  return (
    /^\(?(?:\d{1,2}[a-z]?|[A-Z])\)?$/.test(bare) ||
    /^\(?\d{1,2}[a-z]?\)?\s*=\s*[()\d\sa-z+\-–/:x×*%.,]{1,80}$/.test(bare)
  )
}

/** The promise with columns for marks; `null` when it names a column that the table does not number. */
export function resolvePromise(promise: Promise, columns: ReadonlyMap<string, number>): HeaderFormula | null {
  const resolve = (terms: readonly MarkTerm[]): readonly Term[] | null => {
    const found = terms.map(({ mark, sign }) => ({ column: columns.get(mark), sign }))
    return found.every((term): term is Term => term.column !== undefined) ? found : null
  }
  const sum = resolve(promise.sum)
  const over = promise.over && resolve(promise.over)
  if (!sum || over === null) return null
  return { text: promise.text, sum, ...(over ? { over } : {}) }
}

/** A sum, or a sum over a sum, times 100 or not; anything else is not understood and promises nothing. */
function readPromise(expression: string): Omit<Promise, 'text'> | null {
  const plain = expression
    .replace(/\s+/g, '')
    .replace(/[–−]/g, '-')
    .replace(/(?:[x×*]100%?|100%?[x×*])/gi, '')
    .replace(/%$/, '')
    .replace(/[.,]$/, '')
  const [top = '', bottom, ...more] = splitAtDivision(plain)
  if (more.length > 0) return null
  const sum = readSum(top)
  const over = bottom === undefined ? undefined : readSum(bottom)
  if (!sum || over === null) return null
  if (!over && sum.length < 2) return null
  return { sum, ...(over ? { over } : {}) }
}

function splitAtDivision(text: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if ((letter === '/' || letter === ':') && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

/** `(6)+(7)`, `((6)+(7))`, `6-7` as signed column numbers; `null` for anything else. */
function readSum(text: string): readonly MarkTerm[] | null {
  const inner = unwrap(text)
  const terms: MarkTerm[] = []
  const piece = new RegExp(`([+-]?)${REFERENCE.source}`, 'y')
  let at = 0
  while (at < inner.length) {
    piece.lastIndex = at
    const match = piece.exec(inner)
    if (!match || (at > 0 && match[1] === '')) return null
    terms.push({ mark: match[2] ?? '', sign: match[1] === '-' ? -1 : 1 })
    at = piece.lastIndex
  }
  return terms.length > 0 ? terms : null
}

/** Without the brackets that hold the whole text. */
function unwrap(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text
  let depth = 0
  for (const [at, letter] of text.split('').entries()) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    if (depth === 0 && at < text.length - 1) return text
  }
  const inner = text.slice(1, -1)
  return /[+-]/.test(inner) ? inner : text
}
