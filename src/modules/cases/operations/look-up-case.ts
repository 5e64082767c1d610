import { createHash, timingSafeEqual } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { SYSTEM } from '#server/actor.ts'
import { operation } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import { lookUpCase as contract } from '../contract/look-up.ts'
import { typedCode } from '../domain/public-words.ts'
import { publicCase } from '../public-case.ts'
import { countWrongTries, keepTry } from '../store/look-ups.ts'
import { findPrintedByCode } from '../store/printed.ts'

/** Wrong tries for one code in an hour, from wherever they come. A secret has 810,000 forms: guessing one takes years. */
const MOST_WRONG = 20
const HOUR_MS = 3_600_000

const hash = (text: string) => createHash('sha256').update(text).digest()

export const lookUpCase = operation(contract, async ({ tx, now, defer }, input) => {
  const code = typedCode(input.code)
  const codeHash = hash(code).toString('hex')
  // Nobody is signed in, so row security shows nothing. Here the secret is the key: one case by its code, and nothing without it.
  await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
  const wrong = await countWrongTries(tx, codeHash, new Date(now.getTime() - HOUR_MS))
  const row = await findPrintedByCode(tx, code)
  // The same work whether the code or the secret is wrong.
  const fits = timingSafeEqual(hash(typedCode(input.secret)), hash(row?.secret ?? `${codeHash} is no secret`))
  const found = wrong < MOST_WRONG && fits && row !== undefined
  defer((after) => keepTry(after, { codeHash, found, at: now }))
  if (wrong >= MOST_WRONG)
    throw new Problem('too-many-requests', 'cases/look-up-closed', 'Too many wrong tries for this code.')
  if (!found) throw new Problem('not-found', 'cases/not-found')
  return publicCase(tx, row)
})
