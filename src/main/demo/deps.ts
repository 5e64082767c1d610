import type { Db } from '#server/db.ts'

/** On whose behalf something of the demonstration is done: an account's id and the name in the log. */
export type Acting = { readonly id: string; readonly name: string; readonly kind?: 'person' | 'device' }

/** How the demonstration is loaded: through the same operations as everything else, by the platform itself. */
export type DemoDeps = {
  readonly db: Db
  /** Carries out an operation by its id and gives its answer; the caller knows the shape from the contract. */
  perform<T = unknown>(
    operationId: string,
    input: unknown,
    how?: { readonly at?: Date; readonly as?: Acting },
  ): Promise<T>
  /** Lets the events reach their handlers. */
  settle(): Promise<void>
  readonly log: (line: string) => void
}
