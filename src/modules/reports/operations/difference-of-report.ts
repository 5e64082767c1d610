import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getReport, snapshotOf, templateOf } from '../documents.ts'
import { differences } from '../domain/difference.ts'
import { correctionsOf, figuresOf } from '../gateways/indicators.ts'
import { findSnapshot } from '../store/snapshots.ts'

export const differenceOfReport = operation(contract.differenceOfReport, async (context, { reportId }) => {
  const { tx, now } = context
  const report = await getReport(tx, reportId)
  const { document } = await snapshotOf(tx, reportId)
  const { body } = await templateOf(tx, report)
  // Sums over groups are made of the single figures, which are compared themselves.
  const single = Object.values(document.figures).filter(({ parts }) => parts.length === 0)
  const ask = { now, regime: body.regime, structureDay: document.structureDay }
  const found = differences(document, await figuresOf(context, single, ask))
  const since = (await findSnapshot(tx, reportId))?.takenAt ?? now
  const explained = []
  for (const difference of found) {
    const figure = document.figures[difference.key]
    const reasons = figure ? await correctionsOf(context, figure, { ...ask, since }) : []
    explained.push({ ...difference, reasons })
  }
  return { comparedFigures: single.length, differences: explained }
})
