import type { Sending } from '../domain/message.ts'

export type Outgoing = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly template: string | null
}
/** Hands one message over. Never throws. */
export type Gateway = (message: Outgoing) => Promise<Sending>
