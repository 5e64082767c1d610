import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { idField } from '#kernel/fields.ts'
import { listenOnLoopback } from '#server/loopback.ts'
import type { Book } from './book.ts'
import type { Reports, StandIn } from './http-provider.ts'
import { readMail } from './mail-text.ts'

// Stands in for a mail server, on loopback. It sends nothing to anybody.

const LARGEST_MAIL = 256 * 1024

export async function startMailStandIn({
  key,
  book,
  reports,
}: {
  readonly key: string
  readonly book: Book
  readonly reports: Reports
}): Promise<StandIn> {
  const server = new SMTPServer({
    // Mail to this machine needs no seal, as gateways/smtp.ts has it.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    size: LARGEST_MAIL,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 500,
    onAuth: ({ password }, _session, done) =>
      password === key ? done(null, { user: 'haidang' }) : done(new Error('unknown')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      const react = async () => {
        const { messageId, to, subject, text } = readMail(Buffer.concat(chunks).toString('utf8'))
        const id = idField.safeParse(messageId.split('@')[0])
        if (!id.success) return done(refusal(550))
        const given = { channel: 'email' as const, messageId: id.data, recipient: to, subject, text }
        const reacting = await book.take(given)
        if (reacting.afterMs > 0) await wait(reacting.afterMs, undefined, { ref: false })
        if (reacting.answer === null) return drop(session.id)
        reports(given, messageId, reacting)
        return reacting.answer.smtp === 250 ? done() : done(refusal(reacting.answer.smtp))
      }
      stream.on('end', () => void react().catch(() => done(refusal(451))))
    },
  })
  server.on('error', () => undefined)
  const drop = (id: string) => {
    for (const connection of server.connections) if (connection.id === id) connection.close()
  }
  return {
    port: await listenOnLoopback(server.server),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('The stand-in was told so.'), { responseCode })
}
