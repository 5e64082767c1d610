import type { Values } from '../problem-messages.ts'

export type Token = {
  readonly kind: 'number' | 'text' | 'reference' | 'word' | 'symbol' | 'end'
  /** The number in JSON form, the inside of a text or reference, the word or the symbol itself. */
  readonly text: string
  /** Counted from 1, for messages. */
  readonly position: number
}

/** Why a formula cannot be read, worded by `ruleProblems`. */
export type SyntaxProblem = { readonly code: string; readonly values: Values }

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /\d[\d.,]*(?<=\d)/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['reference', /\[[^[\]]*\]/y],
  ['word', /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy],
  ['symbol', /<=|>=|<>|!=|[-+*/×÷·−=<>≠≤≥();]/y],
]

const SYMBOLS: Record<string, string> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '≠': '<>',
  '!=': '<>',
  '≤': '<=',
  '≥': '>=',
}

/** The words and signs of a formula, ending with an `end` token, or what cannot be read. */
export function tokenize(formula: string): readonly Token[] | SyntaxProblem {
  const tokens: Token[] = []
  for (let at = skipSpace(formula, 0); at < formula.length; ) {
    const found = tokenAt(formula, at)
    if (!found) return { code: 'rules/bad-character', values: { found: formula.slice(at, at + 1), position: at + 1 } }
    const token = read(found.kind, found.raw, at + 1)
    if ('code' in token) return token
    tokens.push(token)
    at = skipSpace(formula, at + found.raw.length)
  }
  return [...tokens, { kind: 'end', text: '', position: formula.length + 1 }]
}

function skipSpace(formula: string, from: number): number {
  const space = /\s*/y
  space.lastIndex = from
  return from + (space.exec(formula)?.[0].length ?? 0)
}

function tokenAt(formula: string, at: number): { kind: Token['kind']; raw: string } | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const raw = pattern.exec(formula)?.[0]
    if (raw) return { kind, raw }
  }
  return null
}

function read(kind: Token['kind'], raw: string, position: number): Token | SyntaxProblem {
  switch (kind) {
    case 'number':
      return readNumber(raw, position)
    case 'text':
      return { kind, text: raw.slice(1, -1).replaceAll('""', '"').normalize('NFC'), position }
    case 'reference':
      return { kind, text: raw.slice(1, -1).trim().normalize('NFC'), position }
    case 'symbol':
      return { kind, text: SYMBOLS[raw] ?? raw, position }
    case 'word':
    case 'end':
      return { kind, text: raw, position }
  }
}

/** `0,5` and `0.5` are one half. `1.234` would be 1234 to one reader and 1,234 to another, so it is asked back. */
function readNumber(raw: string, position: number): Token | SyntaxProblem {
  const [, whole = '', mark, fraction] = /^(\d{1,20})(?:([.,])(\d{1,15}))?$/.exec(raw) ?? []
  if (whole === '') return { code: 'rules/bad-number', values: { found: raw, position } }
  const digits = whole.replace(/^0+(?=\d)/, '')
  if (mark === '.' && fraction?.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
    return {
      code: 'rules/ambiguous-number',
      values: { found: raw, whole: whole + fraction, fraction: `${whole},${fraction}`, position },
    }
  }
  return { kind: 'number', text: fraction === undefined ? digits : `${digits}.${fraction}`, position }
}
