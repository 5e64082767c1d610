import { type ComponentType, createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Day } from '#kernel/calendar.ts'
import { problemText } from '#kernel/problem-messages.ts'
import { type Language, useLanguage } from '#ui/language.tsx'
import type { Trouble } from '../domain/answer.ts'
import { type Field, type FormDefinition, say } from '../domain/definition.ts'
import type { KnownFact } from '../domain/kinds.ts'
import type { MoveNotice } from '../domain/migrate.ts'
import { problems } from '../domain/problems.ts'
import type { FieldState, FormStore } from './form-store.ts'

export type AddressUnit = { readonly id: string; readonly name: string; readonly path: string }
export type LoadUnits = (
  search: string,
  wanted: { readonly day: Day; readonly kind: 'territory' | 'agency' },
) => Promise<readonly AddressUnit[]>

/** What a field for files asks of whoever takes files in. */
export type FileTaking = {
  /** The name of the field. */
  readonly name: string
  readonly label: string
  readonly hint: ReactNode
  readonly required: boolean
  readonly error: string | undefined
  /** As in HTML; empty: any. */
  readonly accept: string
  /** No more files fit. */
  readonly full: boolean
}

/** What the fields of one form have in common. */
export type Filling = {
  readonly store: FormStore
  readonly today: Day
  readonly change: (name: string, value: unknown) => void
  readonly loadUnits: LoadUnits
  /** Undefined: files cannot be put in here. */
  readonly FileTaker: ComponentType<FileTaking> | undefined
  readonly notices: ReadonlyMap<string, MoveNotice>
  /** Fields that were filled from what is known. */
  readonly known: ReadonlySet<string>
  readonly vouched: Vouched | undefined
}

/** Facts that somebody vouches for, and who. */
type Vouched = { readonly by: string; readonly facts: Partial<Readonly<Record<KnownFact, string>>> }

/** Who vouches for the answer; of an address its line alone is known. */
export function vouchedBy(vouched: Vouched | undefined, { known }: Field, raw: unknown): string | undefined {
  const fact = known === null ? undefined : vouched?.facts[known]
  if (fact === undefined) return undefined
  const isSame = raw === fact || (typeof raw === 'object' && raw !== null && 'line' in raw && raw.line === fact)
  return isSame ? vouched?.by : undefined
}

/** What every control of a field is given. */
export type ControlProps = {
  readonly field: Field
  readonly raw: unknown
  readonly label: string
  readonly hint: ReactNode
  readonly required: boolean
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

export const FillingContext = createContext<Filling | null>(null)

export function useFilling(): Filling {
  const filling = useContext(FillingContext)
  if (!filling) throw new Error('A field stands outside its form.')
  return filling
}

/** What the field shows; the component is drawn again only when that changes. */
export function useFieldState(name: string): FieldState {
  const { store } = useFilling()
  return useSyncExternalStore(store.subscribeTo(name), () => store.field(name))
}

/** The sentence for a trouble; of a check between answers the one that the form gives. */
export function troubleText(definition: FormDefinition, trouble: Trouble, language: Language): string {
  if (trouble.code === 'forms/check') {
    const own = definition.checks.filter(({ at }) => at === trouble.path)[Number(trouble.values.index)]
    if (own) return say(own.message, language)
  }
  return problemText(problems, trouble.code, trouble.values, language)
}

/** The error and the doubt to show at a field, in words. */
export function useTroubleTexts({ troubles }: Pick<FieldState, 'troubles'>, path: string) {
  const { store } = useFilling()
  const { language } = useLanguage()
  const own = troubles.filter((one) => one.path === path)
  const text = (severity: Trouble['severity']) => {
    const found = own.find((one) => one.severity === severity)
    return found && troubleText(store.form.definition, found, language)
  }
  return { error: text('error'), doubt: text('warning') }
}
