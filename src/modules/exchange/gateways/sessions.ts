import { createHash } from 'node:crypto'
import type { Place, Told } from './portal.ts'

type Session = { readonly token: string; readonly until: number }
const kept = new Map<string, Session>()

/** A session or token with the portal, kept until shortly before it ends; `ask` gets a new one. */
export async function sessionOf(
  place: Place,
  ask: () => Promise<Told<{ readonly token: string; readonly seconds: number }>>,
): Promise<Told<string>> {
  const name = nameOf(place)
  const known = kept.get(name)
  if (known && known.until > Date.now()) return { kind: 'told', value: known.token }
  const answer = await ask()
  if (answer.kind !== 'told') {
    // That we are not let in is no fault of what was to be sent.
    return answer.kind === 'away' ? answer : { kind: 'away', code: `sign-in-${answer.code}`, retryAfterSeconds: null }
  }
  const { token, seconds } = answer.value
  kept.set(name, { token, until: Date.now() + Math.max(5, seconds - 30) * 1000 })
  return { kind: 'told', value: token }
}

/** The portal no longer knows the session. */
export function forgetSession(place: Place): void {
  kept.delete(nameOf(place))
}

function nameOf({ address, account, secret, profile }: Place): string {
  return createHash('sha256')
    .update(JSON.stringify([address, account, secret, profile.variant]))
    .digest('hex')
}
