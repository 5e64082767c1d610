/** The type a translation must have: the same keys, and functions with the same arguments. */
export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Messages<T[K]>
}

/** A count with its noun in English: `1 case`, `2 cases`. The count may be written out already. */
export const many = (count: string | number, one: string, more = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : more}`
