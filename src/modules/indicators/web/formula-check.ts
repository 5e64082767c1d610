import { explain } from '#kernel/rules/print.ts'
import type { Measure } from '../contract.ts'
import { checkFormula, type FormulaError } from '../domain/formula.ts'

type Named = Pick<Measure, 'code' | 'name'>

/** What a typed formula means: nothing yet, words and measures, or what is wrong. */
export type FormulaReading =
  | { readonly state: 'empty' }
  | { readonly state: 'good'; readonly words: string; readonly measures: readonly string[] }
  | { readonly state: 'wrong'; readonly errors: readonly FormulaError[] }

/** Reads a formula while it is typed, by the rules the server goes by when it is saved. */
export function readFormula(text: string, measures: readonly Named[], language: 'vi' | 'en'): FormulaReading {
  if (text.trim() === '') return { state: 'empty' }
  const names = new Map(measures.map(({ code, name }) => [code, name[language]]))
  const checked = checkFormula(text, new Set(names.keys()))
  if ('errors' in checked) return { state: 'wrong', errors: checked.errors }
  const words = explain(checked.expression, language, (code) => `“${names.get(code) ?? code}”`)
  return { state: 'good', words, measures: checked.measures }
}

/** The measures that fit what stands between the last open bracket and the cursor; null when no bracket is open there. */
export function openReference(text: string, cursor: number): { readonly from: number; readonly typed: string } | null {
  const before = text.slice(0, cursor)
  const from = before.lastIndexOf('[')
  if (from < 0 || before.indexOf(']', from) >= 0) return null
  return { from, typed: before.slice(from + 1) }
}

/** The formula with a measure put in at the cursor, in the place of an open bracket if there is one; and where the cursor goes. */
export function insertMeasure(
  text: string,
  cursor: number,
  code: string,
): { readonly text: string; readonly cursor: number } {
  const open = openReference(text, cursor)
  const from = open?.from ?? cursor
  const rest = text.slice(cursor).replace(open ? /^[^\s[\]]*\]?/ : /^$/, '')
  const start = `${text.slice(0, from)}[${code}]`
  return { text: start + rest, cursor: start.length }
}
