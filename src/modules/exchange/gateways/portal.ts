import type { Profile } from '../domain/profile.ts'
import type { Dossier, Progress } from '../domain/record.ts'
import type { Outcome } from '../domain/sending.ts'

/** Where the portal is, and as whom we speak. */
export type Place = {
  readonly address: string
  readonly account: string
  readonly secret: string
  readonly agency: string
  readonly profile: Profile
}
export type Refusal = Exclude<Outcome, { kind: 'taken' }>
export type Told<T> = { readonly kind: 'told'; readonly value: T } | Refusal

export type FileToSend = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
/** What the portal says of a dossier: null when it does not know it. `named`: the fields it spoke of. */
export type Known = { readonly dossier: Dossier; readonly named: ReadonlySet<string> } | null
export type Inbox = { readonly records: readonly unknown[]; readonly cursor: string }

/** Speaks with the portal. Nothing here throws: what went wrong is in the answer. The key lets the portal count a call once. */
export type Portal = {
  readonly nextCode: (key: string) => Promise<Told<string>>
  readonly upload: (key: string, file: FileToSend) => Promise<Told<{ readonly id: string; readonly hash: string }>>
  /** Makes the dossier known, or brings it up to date. */
  readonly record: (key: string, dossier: Dossier, isKnown: boolean) => Promise<Outcome>
  readonly progress: (key: string, progress: Progress) => Promise<Outcome>
  readonly status: (key: string, dossier: Dossier) => Promise<Outcome>
  readonly lookUp: (code: string) => Promise<Told<Known>>
  /** What citizens filed since; null when this installation does not fetch. */
  readonly inbox: ((cursor: string) => Promise<Told<Inbox>>) | null
}
