import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import type { Context } from '#server/operation.ts'
import { seeingCase } from './citizen-acts.ts'
import type { letterPage } from './contract/letters.ts'
import { caseTopic } from './contract/shapes.ts'
import { fileOfLetter, keepLetter, lettersOf, mayTalk } from './engine/letters.ts'
import { findCase, findCaseForUpdate } from './store/cases.ts'
import { readLetters } from './store/letters.ts'

// What a citizen says and reads about a case of their own; as in citizen-acts.ts, that it is theirs has been made sure of.

type Page = { readonly after?: string | undefined; readonly limit: number }
type Letters = z.input<z.ZodObject<typeof letterPage>>

/** One page of the talk, and whether there may be more of it. */
export const lettersOfCitizen = (
  context: Context,
  caseId: string,
  page: Page,
): Promise<Letters & { mayWrite: boolean }> =>
  seeingCase(context, caseId, async () => {
    const row = await findCase(context.tx, caseId)
    if (!row) throw new Problem('not-found', 'cases/not-found')
    return { ...(await lettersOf(context, caseId, page)), mayWrite: await mayTalk(context.tx, row, context.now) }
  })

/** Keeps what the citizen says; its id. Throws each refusal. */
export const writeAsCitizen = (
  context: Context,
  caseId: string,
  words: { readonly text: string; readonly fileIds: readonly string[] },
): Promise<string> =>
  seeingCase(context, caseId, async () => {
    const row = await findCaseForUpdate(context.tx, caseId)
    if (!row) throw new Problem('not-found', 'cases/not-found')
    const writer = { side: 'citizen', byReceipt: false, writtenByName: null, unitId: null } as const
    return keepLetter(context, row, { ...writer, writtenBy: context.actor.id }, words)
  })

/** The citizen has seen what the office wrote; how much of it they had not. */
export const readAsCitizen = (context: Context, caseId: string): Promise<number> =>
  seeingCase(context, caseId, async () => {
    const marked = await readLetters(context.tx, caseId, { side: 'office' }, context.now)
    if (marked > 0) await context.announce(caseTopic(caseId))
    return marked
  })

/** A file of a letter about the case; undefined when there is none such. */
export const letterFileOfCitizen = (
  context: Context,
  asked: { readonly caseId: string; readonly letterId: string; readonly fileId: string },
) => seeingCase(context, asked.caseId, () => fileOfLetter(context, asked))
