import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { outstandingVnd } from '../domain/fees.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { beginPause } from '../engine/pause.ts'
import { showCase } from '../engine/show.ts'
import { insertFees, listFees } from '../store/parts.ts'

export const askPayment = operation(contract.askPayment, async (context, input) => {
  const opened = await openCase(context, contract.askPayment, 'ask-payment', input)
  const { row } = opened
  const { tx } = context
  const taken = new Set((await listFees(tx, row.id)).map(({ code }) => code))
  for (const [place, { code }] of input.fees.entries()) {
    if (taken.has(code))
      throw new Problem('invalid-input', 'platform/invalid-input', 'A fee is there already.', {
        errors: [{ path: `fees.${place}.code`, code: 'cases/fee-there', message: code, values: { code } }],
      })
    taken.add(code)
  }
  const feeTotalVnd = row.feeTotalVnd + input.fees.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
  if (outstandingVnd({ ...row, feeTotalVnd }) <= 0) throw new Problem('rule-broken', 'cases/not-waiting-for-money')
  const pause = beginPause(context, opened, { kind: 'payment', stops: input.stopsClock, reason: input.reason })
  const parts = async () => {
    const plain = {
      caseId: row.id,
      kind: 'charge' as const,
      exemptedVnd: 0,
      exemption: null,
      waivedVnd: 0,
      waiver: null,
    }
    await insertFees(
      tx,
      input.fees.map((fee) => ({ ...fee, ...plain })),
    )
    await pause.around.parts?.()
  }
  const wish = { act: 'ask-payment' as const, details: { note: input.reason, feeTotalVnd, ...pause.details } }
  return showCase(context, await saveAct(context, opened, wish, { ...pause.around, parts }))
})
