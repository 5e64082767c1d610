import type { Socket } from 'node:net'
import { Problem, toProblemBody } from '#kernel/problem.ts'
import { type ProblemMessages, translateProblem } from '#kernel/problem-messages.ts'

/**
 * Answers a request that Node itself could not read (an address or headers of more than 16 KiB, no HTTP at all) in the one form of
 * refusals. Nothing is known of the asker then, so the words are Vietnamese.
 */
export function answerBroken(problems: ProblemMessages) {
  return (_error: Error, socket: Socket): void => {
    if (socket.destroyed || !socket.writable) return
    const problem = new Problem('invalid-input', 'platform/unreadable-body', 'The request cannot be read.')
    const body = JSON.stringify(translateProblem(problems, toProblemBody(problem), 'vi'))
    const head = [
      'HTTP/1.1 400 Bad Request',
      'content-type: application/problem+json; charset=utf-8',
      'cache-control: no-store',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
}
