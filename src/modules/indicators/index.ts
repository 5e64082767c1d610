// The door of the module. Other modules may call:
//
//   recordFacts(context, facts)        → ids: records what is counted, in the caller's transaction; figures are right as it commits
//   recordDifference(context, { subject, difference, reason })
//                                      → records what a thing counts for now and takes back what it counted before (kernel/counted)
//   ensureDefinitions(context, { measures, indicators })
//                                      → puts in what a module counts, where it is not there yet; never overwrites
//   factSpans(structure, asked, range) → whose facts of which days make up a unit, for counts a module keeps by itself
//   readFigures(tx, now, input)        → the answer of `indicators.get-figures`, for callers that already have a transaction
//   explain(tx, now, input)            → the answer of `indicators.explain-figure`
//   findStartingPoint(tx, unitId)      → the newest period there is something to see for a unit
//   listIndicatorsOn(tx, day)             → every indicator with its targets of the day
// Announced to browsers: 'indicators.figures' on every change of figures, 'indicators.sheets' when a form moves on.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { foldPending } from './handlers/fold-pending.ts'
import { recountAfterChange } from './handlers/recount-after-change.ts'
import { addEvidence } from './operations/add-evidence.ts'
import { approveSheet } from './operations/approve-sheet.ts'
import { completeness } from './operations/completeness.ts'
import { correctFact } from './operations/correct-fact.ts'
import { defineForm } from './operations/define-form.ts'
import { defineIndicator } from './operations/define-indicator.ts'
import { defineMeasure } from './operations/define-measure.ts'
import { explainFigure } from './operations/explain-figure.ts'
import { exportTemplate } from './operations/export-template.ts'
import { getFigures } from './operations/get-figures.ts'
import { getIndicator } from './operations/get-indicator.ts'
import { getSheet } from './operations/get-sheet.ts'
import { historyOfObservation } from './operations/history-of-observation.ts'
import { importObservations } from './operations/import-observations.ts'
import { listApprovals } from './operations/list-approvals.ts'
import { listEntryTasks } from './operations/list-entry-tasks.ts'
import { listForms } from './operations/list-forms.ts'
import { listIndicators } from './operations/list-indicators.ts'
import { listMeasures } from './operations/list-measures.ts'
import { listSubjects } from './operations/list-subjects.ts'
import { openEvidence } from './operations/open-evidence.ts'
import { recordFacts } from './operations/record-facts.ts'
import { reopenSheet } from './operations/reopen-sheet.ts'
import { returnSheet } from './operations/return-sheet.ts'
import { saveObservations } from './operations/save-observations.ts'
import { setTarget } from './operations/set-target.ts'
import { startingPoint } from './operations/starting-point.ts'
import { submitSheet } from './operations/submit-sheet.ts'

export { listIndicatorsOn } from './engine/definitions.ts'
export { ensureDefinitions } from './engine/ensure.ts'
export { explain } from './engine/explain.ts'
export { readFigures } from './engine/figures.ts'
export { type RecordContext, recordDifference, recordFacts } from './engine/record.ts'
export { findStartingPoint } from './engine/starting.ts'
export { factSpans } from './engine/territory.ts'

export const indicators: Module = {
  name: 'indicators',
  operations: [
    listMeasures,
    defineMeasure,
    listIndicators,
    getIndicator,
    defineIndicator,
    setTarget,
    startingPoint,
    getFigures,
    explainFigure,
    listSubjects,
    recordFacts,
    correctFact,
    addEvidence,
    approveSheet,
    completeness,
    defineForm,
    getSheet,
    exportTemplate,
    historyOfObservation,
    importObservations,
    listApprovals,
    listEntryTasks,
    listForms,
    openEvidence,
    reopenSheet,
    returnSheet,
    saveObservations,
    submitSheet,
  ],
  handlers: [recountAfterChange],
  schedules: [foldPending],
  problems,
}
