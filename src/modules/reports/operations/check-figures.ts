import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getReport, templateOf } from '../documents.ts'
import { changedFigures, unpackFilling } from '../domain/filling.ts'
import { figuresOf } from '../gateways/indicators.ts'

export const checkFigures = operation(contract.checkFigures, async (context, { reportId }) => {
  const { tx, now } = context
  const report = await getReport(tx, reportId)
  if (report.status === 'issued') return { changed: [] }
  const { body } = await templateOf(tx, report)
  const { figures } = unpackFilling(report.filling)
  const ask = { now, regime: body.regime, structureDay: report.structureDay }
  const changed = changedFigures(figures, await figuresOf(context, [...figures.values()], ask))
  return { changed: changed.map(({ key, name, unitName }) => ({ key, name, unitName })) }
})
