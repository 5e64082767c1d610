import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#server/db.ts'
import { alone } from '../store/cases.ts'

type Asked = { readonly caseId: string; readonly version: number }
type Refused = { readonly caseId: string; readonly code: string; readonly detail: string }

/** The same for many cases: each alone is done or refused with the reason. */
export async function eachAlone<T>(
  { tx }: { readonly tx: Tx },
  cases: readonly Asked[],
  act: (one: Asked) => Promise<T>,
): Promise<{ done: T[]; refused: Refused[] }> {
  const done: T[] = []
  const refused: Refused[] = []
  for (const one of cases) {
    try {
      done.push(await alone(tx, () => act(one)))
    } catch (thrown) {
      // A refusal concerns this case; anything else concerns all of them.
      if (!(thrown instanceof Problem)) throw thrown
      refused.push({ caseId: one.caseId, code: thrown.code, detail: thrown.message })
    }
  }
  return { done, refused }
}
