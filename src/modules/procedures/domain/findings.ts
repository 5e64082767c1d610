import { problemText, type Values } from '#kernel/problem-messages.ts'
import { type RuleError, ruleProblems } from '#kernel/rules/types.ts'
import type { Both } from './content.ts'
import { contentProblems } from './content-problems.ts'
import { processProblems } from './process-problems.ts'

/** One thing a check found. An error forbids publishing, a warning does not. */
export type Finding = {
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** What it is about: `nodes.tham-dinh` (by id), `edges.3` (by place), `papers.to-khai`, `terms.0`; empty: the whole. */
  readonly place: string
  readonly values: Readonly<Record<string, string | number>>
  readonly message: Both
}

const messages = { ...contentProblems, ...processProblems }

/** The finding with its sentence in both languages. */
export function finding(
  severity: Finding['severity'],
  code: string,
  place: string,
  values: Finding['values'] = {},
): Finding {
  const say = (language: 'vi' | 'en') => problemText(messages, code, values, language)
  return { code, severity, place, values, message: { vi: say('vi'), en: say('en') } }
}

/** Why a condition is not right, for the values of a finding. */
export function reasonOf({ code, values }: RuleError): Values {
  return {
    rule: code,
    reasonVi: problemText(ruleProblems, code, values, 'vi'),
    reasonEn: problemText(ruleProblems, code, values, 'en'),
  }
}

/** Whether nothing found forbids publishing. */
export const isFree = (findings: readonly Finding[]): boolean => findings.every(({ severity }) => severity !== 'error')
