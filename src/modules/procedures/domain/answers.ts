import type { Expression } from '#kernel/rules/expression.ts'
import { evaluate, type Lookup, type RuleValue, toRuleValue } from '#kernel/rules/interpret.ts'
import type { Fields, ValueType } from '#kernel/rules/types.ts'
import type { ProcedureContent } from './content.ts'

/** What was answered to the questions of a procedure, by the name of the question. */
export type Answers = Readonly<Record<string, string | number | boolean | null>>
export type Question = ProcedureContent['questions'][number]

/** The type a question has in conditions: a choice is the text of its value. */
export const valueType = (type: Question['type']): ValueType => (type === 'choice' ? 'text' : type)

/** The names that conditions may use, with their types. */
export function fieldsOf(questions: readonly Question[]): Fields {
  return Object.fromEntries(questions.map(({ name, type }) => [name, valueType(type)]))
}

/**
 * The values of the answers. A name that was not answered, or not in the type of its question, is empty. Without questions given,
 * a value has the type it came in.
 */
export function lookupIn(answers: Answers, questions: readonly Question[] = []): Lookup {
  const types = new Map(questions.map(({ name, type }) => [name, valueType(type)]))
  return (name) => {
    const raw = Object.hasOwn(answers, name) ? (answers[name] ?? null) : null
    return raw === null ? null : toRuleValue(types.get(name) ?? typeOf(raw), raw)
  }
}

function typeOf(raw: string | number | boolean): ValueType {
  return typeof raw === 'number' ? 'number' : typeof raw === 'boolean' ? 'boolean' : 'text'
}

/** Whether a condition holds; no condition always does, an empty value does not. */
export function holds(when: Expression | null, lookup: (name: string) => RuleValue): boolean {
  return when === null || evaluate(when, lookup) === true
}
