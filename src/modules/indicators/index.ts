// The door of the module. Other modules may call:
//
//   recordFacts(context, facts)        → ids: records what is counted, in the caller's transaction; figures are right as it commits
//   readFigures(tx, now, input)        → the answer of `indicators.get-figures`, for callers that already have a transaction
//   explain(tx, now, input)            → the answer of `indicators.explain-figure`
//   listIndicatorsOn(tx, day), listMeasureCodes(tx)
// Announced to browsers on every change of figures: FIGURES_TOPIC.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { foldPending } from './handlers/fold-pending.ts'
import { correctFact } from './operations/correct-fact.ts'
import { defineIndicator } from './operations/define-indicator.ts'
import { defineMeasure } from './operations/define-measure.ts'
import { explainFigure } from './operations/explain-figure.ts'
import { getFigures } from './operations/get-figures.ts'
import { getIndicator } from './operations/get-indicator.ts'
import { listIndicators } from './operations/list-indicators.ts'
import { listMeasures } from './operations/list-measures.ts'
import { listSubjects } from './operations/list-subjects.ts'
import { recordFacts } from './operations/record-facts.ts'
import { setTarget } from './operations/set-target.ts'

export { listIndicatorsOn, listMeasureCodes } from './engine/definitions.ts'
export { explain } from './engine/explain.ts'
export { type FiguresInput, type FiguresOutput, readFigures } from './engine/figures.ts'
export { FIGURES_TOPIC, type NewFact, recordFacts } from './engine/record.ts'

export const indicators: Module = {
  name: 'indicators',
  operations: [
    listMeasures,
    defineMeasure,
    listIndicators,
    getIndicator,
    defineIndicator,
    setTarget,
    getFigures,
    explainFigure,
    listSubjects,
    recordFacts,
    correctFact,
  ],
  handlers: [],
  schedules: [foldPending],
  problems,
}
