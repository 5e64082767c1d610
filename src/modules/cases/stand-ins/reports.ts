import { newId } from '#kernel/id.ts'
import { signatureOf } from '../gateways/report-signature.ts'
import type { Book } from './book.ts'
import type { Reports } from './http-provider.ts'

/** A signed delivery report as a provider sends it. */
export function signedReport(
  secret: string,
  report: Record<string, unknown>,
  { webhookId, at }: { readonly webhookId: string; readonly at: Date },
) {
  const unsigned = { webhookId, timestamp: Math.floor(at.getTime() / 1000), payload: JSON.stringify(report) }
  return { ...unsigned, signature: `v1,${signatureOf(secret, unsigned)}` }
}

/** Sends the reports that belong to what was taken, after their time; those whose time has not come when it stops are never sent. */
export function reporting({ secret, book }: { readonly secret: string; readonly book: Book }) {
  let platform: string | null = null
  const due = new Set<NodeJS.Timeout>()
  const send = async (report: Record<string, unknown>, webhookId: string, givenId: string) => {
    const body = signedReport(secret, report, { webhookId, at: new Date() })
    await book.reported(givenId, await answerTo(platform, body))
  }
  const reports: Reports = ({ channel }, id, { givenId, report }) => {
    if (report === null) return
    const webhookId = newId()
    const timer = setTimeout(() => {
      due.delete(timer)
      const all = async () => {
        // One after the other: the second is the same report again.
        for (let time = 0; time < report.times; time++)
          await send({ channel, id, state: report.state, code: null }, webhookId, givenId)
      }
      // A database that is going away takes the note with it; the report itself was sent.
      all().catch(() => undefined)
    }, report.afterMs)
    due.add(timer)
  }
  return {
    reports,
    /** Where the platform answers. */
    reportTo: (address: string) => {
      platform = address
    },
    stop: () => {
      for (const timer of due) clearTimeout(timer)
    },
  }
}

async function answerTo(platform: string | null, body: unknown): Promise<string> {
  if (platform === null) return '–'
  try {
    const response = await fetch(`${platform}/api/cases/message-reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(8000),
    })
    await response.arrayBuffer()
    return String(response.status)
  } catch {
    return '–'
  }
}
