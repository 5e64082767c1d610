import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { onTime } from '#kernel/work-time/deadline.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { tracesIn } from '../domain/publication.ts'
import { answeredComplaint } from '../opening.ts'
import { decided } from '../publishing.ts'
import { showComplaint } from '../showing.ts'
import { putPublication } from '../store/publications.ts'

export const publishAnswer = operation(contract.publishAnswer, async (context, { question, answer, ...asked }) => {
  const { tx, now, newId } = context
  const row = await answeredComplaint(context, contract.publishAnswer, asked)
  const { outcome, answeredAt, dueAt, topic, unitId, procedureCode } = row
  if (outcome === null || answeredAt === null) throw new Error('What is answered has an outcome and a moment.')
  for (const [path, text] of Object.entries({ question, answer })) {
    const [trace] = tracesIn(text, row)
    if (!trace) continue
    const code = `complaints/says-${trace}`
    throw new Problem('invalid-input', code, '', { errors: [{ path, code, message: code }] })
  }
  const of = { complaintId: row.id, id: newId(), unitId, topic, procedureCode, outcome }
  const when = { answeredOn: dayAt(answeredAt), onTime: onTime(answeredAt, { dueAt }) }
  await putPublication(tx, { ...of, ...when, question, answer, publishedAt: now, withdrawnAt: null })
  return showComplaint(context, await decided(context, row, 'publish', ''))
})
