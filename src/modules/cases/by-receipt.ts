import { createHash, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { type Actor, SYSTEM } from '#server/actor.ts'
import type { Context } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import type { FollowedCase } from './contract/look-up.ts'
import { typedCode } from './domain/public-words.ts'
import { lettersOf, mayTalk } from './engine/letters.ts'
import { publicCase } from './public-case.ts'
import { countWrongTries, keepTry } from './store/look-ups.ts'
import { findPrintedByCode, type PrintedRow } from './store/printed.ts'

/** Wrong tries for one code in an hour, from wherever they come. A secret has 810,000 forms: guessing one takes years. */
const MOST_WRONG = 20
const HOUR_MS = 3_600_000
/** So much of the talk stands on the public page. */
const SHOWN_LETTERS = 50

type Asking = Context<Actor | null>
type Receipt = { readonly code: string; readonly secret: string }

const hash = (text: string) => createHash('sha256').update(text).digest()

/**
 * The case whose code and secret somebody has in hand. Row security then shows everything: the secret is the key, to one case by its
 * code, and to nothing without it. Throws the same for a wrong code and a wrong secret.
 */
export async function caseByReceipt({ tx, now, defer }: Asking, receipt: Receipt): Promise<PrintedRow> {
  const code = typedCode(receipt.code)
  const codeHash = hash(code).toString('hex')
  await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
  const wrong = await countWrongTries(tx, codeHash, new Date(now.getTime() - HOUR_MS))
  const row = await findPrintedByCode(tx, code)
  // The same work whether the code or the secret is wrong.
  const fits = timingSafeEqual(hash(typedCode(receipt.secret)), hash(row?.secret ?? `${codeHash} is no secret`))
  const found = wrong < MOST_WRONG && fits && row !== undefined
  defer((after) => keepTry(after, { codeHash, found, at: now }))
  if (wrong >= MOST_WRONG)
    throw new Problem('too-many-requests', 'cases/look-up-closed', 'Too many wrong tries for this code.')
  if (!found) throw new Problem('not-found', 'cases/not-found')
  return row
}

/** The case with what was said about it with the receipt in hand. */
export async function followedCase(context: Asking, row: PrintedRow): Promise<z.input<typeof FollowedCase>> {
  const { letters } = await lettersOf(context, row.id, { limit: SHOWN_LETTERS, byReceipt: true })
  return {
    ...(await publicCase(context.tx, row)),
    letters: letters.toReversed(),
    mayWrite: await mayTalk(context.tx, row, context.now),
  }
}
