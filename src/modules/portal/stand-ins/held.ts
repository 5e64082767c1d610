import { randomBytes } from 'node:crypto'

/** More than a demonstration asks at once; the oldest are forgotten. */
const MOST_HELD = 500

/** Values under a random name, each for a while; `take` gives it once. */
export function held<T>(keptMs: number) {
  const known = new Map<string, { readonly value: T; readonly until: number }>()
  const see = (name: string): T | undefined => {
    const found = known.get(name)
    return found && found.until > Date.now() ? found.value : undefined
  }
  return {
    put(value: T): string {
      const name = randomBytes(24).toString('base64url')
      known.set(name, { value, until: Date.now() + keptMs })
      const [oldest] = known.keys()
      if (known.size > MOST_HELD && oldest !== undefined) known.delete(oldest)
      return name
    },
    see,
    take(name: string): T | undefined {
      const value = see(name)
      known.delete(name)
      return value
    },
  }
}
