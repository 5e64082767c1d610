import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { reportDelivery as contract, DeliveryReport } from '../contract/messages.ts'
import { isFresh } from '../domain/webhook.ts'
import { messageConfig } from '../gateways/message-gateways.ts'
import { isSigned } from '../gateways/report-signature.ts'
import { keepReport } from '../store/messages.ts'

/** Takes a report from outside: signed, of this moment, and not twice. What it says is carried out by a handler. */
export const reportDelivery = operation(contract, async ({ tx, now, emit }, report) => {
  const { reportSecrets } = messageConfig()
  if (!isSigned(report, reportSecrets) || !isFresh(report.timestamp, now))
    throw new Problem('not-allowed', 'cases/report-not-signed', 'The report is not signed, or not of this moment.')
  const said = DeliveryReport.safeParse(parsed(report.payload))
  if (!said.success) throw new Problem('invalid-input', 'cases/report-unreadable', 'The payload is not a report.')
  if (!(await keepReport(tx, { id: report.webhookId, at: now, waits: said.data })))
    throw new Problem('conflict', 'cases/report-seen', 'The report was taken before.')
  await emit('cases.message-reported', said.data)
  return { taken: true } as const
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
