import type { Answers, FormContext, Trouble } from '../domain/answer.ts'
import { own } from '../domain/answer.ts'
import type { CompiledForm } from '../domain/compile.ts'
import { type Evaluation, evaluateForm, newMemo } from '../domain/evaluate.ts'

/** What one field shows; the same object until something of it changes. */
export type FieldState = {
  readonly shown: boolean
  readonly required: boolean
  /** As it was typed. */
  readonly raw: unknown
  /** As it is kept: what a formula gave, or the answer in its one form. */
  readonly kept: unknown
  /** Only once somebody left the field or tried to go on: nobody is scolded while typing. */
  readonly troubles: readonly Trouble[]
}

/** The answers of one form on one screen. A change evaluates once and tells only the fields that look different afterwards. */
export type FormStore = {
  readonly form: CompiledForm
  readonly answers: () => Answers
  readonly evaluation: () => Evaluation
  readonly field: (name: string) => FieldState
  /** Which steps are shown, as one text: changes exactly when that does. Each field knows by itself whether it is. */
  readonly outline: () => string
  readonly subscribe: (listener: () => void) => () => void
  readonly subscribeTo: (name: string) => (listener: () => void) => () => void
  readonly set: (name: string, value: unknown) => void
  readonly touch: (name: string) => void
  /** From now on the troubles of these fields are shown. */
  readonly reveal: (names: readonly string[]) => void
}

const NO_TROUBLES: readonly Trouble[] = []

export function createFormStore(form: CompiledForm, start: Answers, context: FormContext): FormStore {
  let answers = start
  const memo = newMemo()
  let evaluation = evaluateForm(form, answers, context, memo)
  let outline = outlineOf(evaluation)
  const touched = new Set<string>()
  const states = new Map<string, FieldState>()
  const listeners = new Set<() => void>()
  const ofField = new Map<string, ReadonlySet<() => void>>()
  // The same function each time, so that drawing a field again does not subscribe it again.
  const subscribing = new Map<string, (listener: () => void) => () => void>()

  const troublesOf = (name: string): readonly Trouble[] =>
    (touched.has(name) ? evaluation.troubles.get(name) : undefined) ?? NO_TROUBLES
  const stateOf = (name: string): FieldState => ({
    shown: evaluation.shown.has(name),
    required: evaluation.required.has(name),
    raw: own(answers, name),
    kept: evaluation.values.get(name),
    troubles: troublesOf(name),
  })
  // Asked of every field with every letter: nothing is made for those that look as before.
  const isAsBefore = (name: string, before: FieldState): boolean =>
    before.raw === own(answers, name) &&
    before.kept === evaluation.values.get(name) &&
    before.shown === evaluation.shown.has(name) &&
    before.required === evaluation.required.has(name) &&
    sameTroubles(before.troubles, troublesOf(name))
  const field = (name: string): FieldState => {
    const known = states.get(name)
    if (known) return known
    const made = stateOf(name)
    states.set(name, made)
    return made
  }
  const tell = () => {
    for (const [name, before] of states) {
      if (isAsBefore(name, before)) continue
      states.set(name, stateOf(name))
      for (const listener of ofField.get(name) ?? []) listener()
    }
    for (const listener of listeners) listener()
  }
  return {
    form,
    answers: () => answers,
    evaluation: () => evaluation,
    field,
    outline: () => outline,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribeTo(name) {
      const known = subscribing.get(name)
      if (known) return known
      const told = new Set<() => void>()
      const subscribe = (listener: () => void) => {
        told.add(listener)
        return () => told.delete(listener)
      }
      ofField.set(name, told)
      subscribing.set(name, subscribe)
      return subscribe
    },
    set(name, value) {
      if (own(answers, name) === value) return
      answers = { ...answers, [name]: value }
      evaluation = evaluateForm(form, answers, context, memo)
      outline = outlineOf(evaluation)
      tell()
    },
    touch(name) {
      if (touched.has(name)) return
      touched.add(name)
      tell()
    },
    reveal(names) {
      for (const name of names) touched.add(name)
      tell()
    },
  }
}

const outlineOf = ({ steps }: Evaluation): string => steps.join(' ')

function sameTroubles(a: readonly Trouble[], b: readonly Trouble[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at]
      return one === other || (one.path === other?.path && one.code === other.code)
    })
  )
}
