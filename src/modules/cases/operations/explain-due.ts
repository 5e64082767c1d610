import { traceSentences } from '#kernel/work-time/words.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { readCase } from '../engine/acting.ts'
import { reckon } from '../engine/due.ts'
import { listDueChanges } from '../store/parts.ts'

export const explainDue = operation(contract.explainDue, async (context, { caseId }) => {
  const row = await readCase(context, contract.explainDue, caseId)
  const deadline = await reckon(context, row)
  const [vi, en] = [traceSentences(deadline?.trace ?? [], 'vi'), traceSentences(deadline?.trace ?? [], 'en')]
  return {
    dueAt: row.dueAt,
    reckonedDueAt: deadline?.dueAt ?? null,
    unconfirmed: deadline?.unconfirmed ?? false,
    sentences: vi.map((text, place) => ({ vi: text, en: en[place] ?? '' })),
    changes: await listDueChanges(context.tx, caseId),
  }
})
