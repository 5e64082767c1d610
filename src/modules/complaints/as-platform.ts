import { type Scope, SYSTEM } from '#server/actor.ts'
import type { Context } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'

/** What the platform decides by itself, past what the asker sees; afterwards the asker sees again what the scope lets them see. */
export async function asPlatform<T>(
  { tx, actor }: Pick<Context, 'tx' | 'actor'>,
  scope: Scope | null,
  act: () => Promise<T>,
): Promise<T> {
  await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
  const result = await act()
  await setRowScope(tx, actor, scope)
  return result
}
