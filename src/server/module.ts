import type { ProblemMessages } from '#kernel/problem-messages.ts'
import type { Tx } from './db.ts'
import type { Handler, HandlerContext, Schedule } from './events.ts'
import type { Context, Operation } from './operation.ts'
import type { PageLink, ServedPage } from './page.ts'

/** With what a module prepares: everything it puts in is put in by the platform itself. */
export type Preparation = Pick<HandlerContext, 'tx' | 'now' | 'newId' | 'actor'>

/** Topics that begin alike and are about something that not everybody may see. */
export type WatchedTopics = {
  /** `cases.case.`; what follows names the thing. */
  readonly prefix: string
  readonly permission: `${string}:${string}`
  /** Those of the things that the actor may see; the row security is set to the permission. */
  readonly mayWatch: (
    context: Pick<Context, 'tx' | 'actor' | 'scope'>,
    things: readonly string[],
  ) => Promise<readonly string[]>
}

/** Something that stands still without anybody being refused anything; it is counted, and nothing is said of whose it is. */
export type Ailment = { readonly name: string; readonly count: (tx: Tx, now: Date) => Promise<number> }

/** What a module brings into the house: its operations, its reactions, and what its refusals say. */
export type Module = {
  readonly name: string
  readonly operations: readonly Operation[]
  readonly handlers: readonly Handler[]
  readonly schedules?: readonly Schedule[]
  readonly problems: ProblemMessages
  readonly watchedTopics?: readonly WatchedTopics[]
  readonly ailments?: readonly Ailment[]
  /** Pages that are whole when they arrive, for anybody. */
  readonly pages?: readonly ServedPage[]
  /** What it puts on such pages of other modules. */
  readonly links?: readonly PageLink[]
  /** How the addresses begin of pages with script on which not even a style may be inline: they show no chart. */
  readonly strictPages?: readonly string[]
  /** Puts in what has to be there in any installation, after migrations and before anything runs; doing it again changes nothing. */
  readonly prepare?: (context: Preparation) => Promise<void>
}
