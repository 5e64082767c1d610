import { writeFileSync } from 'node:fs'
import { Problem } from '#kernel/problem.ts'

/** What a process of its own says to the one that started it. */
export type Reply =
  | { readonly answer: unknown }
  | { readonly refused: Refusal }
  | { readonly threw: { readonly message: string; readonly stack: string | undefined } }
type Refusal = Pick<Problem, 'kind' | 'code' | 'message' | 'errors' | 'values'>

/** In a script for `inOwnProcess`: answers the one piece of work that is sent, then ends. Ends at once when the platform has ended. */
export function answerOnce<Work>(answer: (work: Work) => unknown): void {
  offerToLeaveFirst()
  process.once('disconnect', () => process.exit())
  // Sent by `inOwnProcess` alone; the script and its caller agree on what travels.
  process.once('message', (message) => void reply(answer, (message as { readonly work: Work }).work))
}

async function reply<Work>(answer: (work: Work) => unknown, work: Work): Promise<void> {
  try {
    say({ answer: await answer(work) })
  } catch (thrown) {
    say(thrown instanceof Problem ? { refused: refusalOf(thrown) } : { threw: told(thrown) })
  }
}

/** Throws when the answer cannot be cloned. */
function say(reply: Reply): void {
  process.send?.(reply, () => process.exit())
}

/** A clone of the problem itself would have lost what it is. */
function refusalOf({ kind, code, message, errors, values }: Problem): Refusal {
  return { kind, code, message, errors, values }
}

/** Errors of Typst carry their text in `code` and have an empty message. */
function told(thrown: unknown) {
  const { message, code, stack } = thrown as { message?: string; code?: string; stack?: string }
  return { message: message || String(code ?? thrown), stack }
}

/** When Linux runs out of memory it should end this process and not the platform or its database. */
function offerToLeaveFirst(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Another system, or one that does not allow it: the bounds of time and memory hold all the same.
  }
}
