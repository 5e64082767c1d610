import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { fill } from '../domain/fill.ts'
import { periodFor, readFilling } from '../filling.ts'
import { requireFaultless } from './save-template.ts'

export const previewTemplate = operation(
  contract.previewTemplate,
  async (context, { body, unitId, period, structureDay }) => {
    await requireScope(context, 'reports:define', unitId)
    requireFaultless(body)
    const wanted = { template: body, unitId, period: periodFor(body, period), structureDay, texts: new Map() }
    const filling = await readFilling(context, wanted)
    return { document: fill(body, filling.context, new Map(), filling.figures) }
  },
)
