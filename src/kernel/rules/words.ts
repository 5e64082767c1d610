import type { Language } from '../problem-messages.ts'

export type FunctionName = 'if' | 'round' | 'min' | 'max' | 'sum' | 'coalesce' | 'is-blank' | 'in' | 'day'
export type Word = FunctionName | 'and' | 'or' | 'not' | 'true' | 'false' | 'blank'

/** How each word of the language is written; typed with or without marks and in any case. */
export const WORDS: Record<Language, Record<Word, string>> = {
  vi: {
    if: 'neu',
    round: 'lam_tron',
    min: 'nho_nhat',
    max: 'lon_nhat',
    sum: 'tong',
    coalesce: 'hoac_neu_trong',
    'is-blank': 'la_trong',
    in: 'thuoc',
    day: 'ngay',
    and: 'va',
    or: 'hoac',
    not: 'khong',
    true: 'dung',
    false: 'sai',
    blank: 'trong',
  },
  en: {
    if: 'if',
    round: 'round',
    min: 'min',
    max: 'max',
    sum: 'sum',
    coalesce: 'coalesce',
    'is-blank': 'is_blank',
    in: 'in',
    day: 'date',
    and: 'and',
    or: 'or',
    not: 'not',
    true: 'true',
    false: 'false',
    blank: 'blank',
  },
}

const MEANINGS = new Map<string, Word>(
  Object.values(WORDS).flatMap((words) => (Object.keys(words) as Word[]).map((word) => [words[word], word] as const)),
)

/** What a typed word means in either language (`Nếu`, `neu`, `IF`), or `undefined`. */
export function meaning(typed: string): Word | undefined {
  const plain = typed.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
  return MEANINGS.get(plain)
}
