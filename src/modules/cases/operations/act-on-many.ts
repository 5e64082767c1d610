import type { z } from 'zod'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import type { CaseRow } from '../domain/case.ts'
import { openCase } from '../engine/acting.ts'
import { eachAlone } from '../engine/each-alone.ts'
import { assign } from './assign-case.ts'
import { decide } from './decide-case.ts'
import { forward } from './forward-case.ts'
import { receive } from './receive-case.ts'
import { giveBack } from './return-result.ts'

export const actOnMany = operation(contract.actOnMany, async (context, input) =>
  eachAlone(context, input.cases, async (one) => {
    const { version } = await actOnOne(context, input, one)
    return { caseId: one.caseId, version }
  }),
)

type Input = z.output<typeof contract.actOnMany.input>

async function actOnOne(context: Context, input: Input, one: Input['cases'][number]): Promise<CaseRow> {
  const opened = await openCase(context, contract.actOnMany, input.act, one)
  const { note, assigneeId, lateReason, outcome, way } = input
  switch (input.act) {
    case 'receive':
      return receive(context, opened, { note })
    case 'assign':
      return assign(context, opened, { assigneeId: assigneeId ?? context.actor.id, note })
    case 'forward':
      return forward(context, opened, { assigneeId, note })
    case 'decide':
      return decide(context, opened, { outcome, note, lateReason, results: [] })
    case 'return':
      return giveBack(context, opened, { way, receiver: null, note })
  }
}
