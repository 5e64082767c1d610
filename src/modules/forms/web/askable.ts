import type { Fields, ValueType } from '#kernel/rules/types.ts'
import { namesOf } from '../domain/compile.ts'
import { type Field, type FormDefinition, fieldsOf } from '../domain/definition.ts'

/** Something a rule may name, and the field it belongs to. */
export type Asked = {
  readonly name: string
  readonly field: Field
  readonly type: ValueType
  /** What of the field is asked: the answer itself, or the age, the number of rows, a tick… */
  readonly part: string
}

/** Everything rules of the form may name, but the field itself. */
export const askable = (definition: FormDefinition, but: string): readonly Asked[] =>
  fieldsOf(definition)
    .filter(({ name }) => name !== but)
    .flatMap((field) =>
      namesOf(field).map(([name, type]) => ({ name, field, type, part: name.slice(field.name.length + 1) })),
    )

/** What every rule may name besides. */
export const ALWAYS_NAMED: Fields = { today: 'day' }

export const namesFrom = (known: readonly Asked[]): Fields => ({
  ...Object.fromEntries(known.map(({ name, type }) => [name, type])),
  ...ALWAYS_NAMED,
})
