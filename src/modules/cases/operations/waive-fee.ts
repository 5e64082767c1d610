import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { endedPause, settlesAll } from '../engine/pause.ts'
import { showCase } from '../engine/show.ts'
import { waiveFee as keepWaiver, listFees } from '../store/parts.ts'

export const waiveFee = operation(contract.waiveFee, async (context, input) => {
  const opened = await openCase(context, contract.waiveFee, 'waive-fee', input)
  const { feeCode, amountVnd, reason, legalBasis } = input
  const { tx } = context
  const caseId = opened.row.id
  const fee = (await listFees(tx, caseId)).find(({ code }) => code === feeCode)
  if (!fee) throw new Problem('rule-broken', 'cases/no-such-fee', '', { values: { code: feeCode } })
  if (amountVnd > fee.amountVnd - fee.exemptedVnd - fee.waivedVnd)
    throw new Problem('rule-broken', 'cases/waived-too-much')
  const pause = settlesAll(opened, amountVnd) ? await endedPause(context, opened, reason) : { details: {}, around: {} }
  const details = { feeCode, amountVnd, note: reason, decision: legalBasis, ...pause.details }
  const parts = () => keepWaiver(tx, { caseId, code: feeCode, amountVnd, waiver: legalBasis })
  return showCase(context, await saveAct(context, opened, { act: 'waive-fee', details }, { ...pause.around, parts }))
})
