// The door of the module. Other modules may call:
//
//   findInForce(tx, code, day)        → the version of the procedure in force on the day, with its content, or undefined
//   getVersion(tx, versionId)         → that version, whatever its state; throws not-found
//   listInForce(tx, day)              → every procedure in force on the day, without contents
//   findProcessFor(tx, procedureId, unitPath)
//                                     → the published process of the procedure for a unit: of the nearest unit on its path (itself, then what it
//                                       stands under), else the one for everywhere, or undefined
//   publicationFacts(tx, { from, to, today })
//                                     → who was decided and published when, and whether in time (766, 1.1 and 1.2)
//   getProcess(tx, processVersionId)  → that process version; cases keep the one they began with; throws not-found
//   publicationVerdicts(facts, { from, to })
//                                     → the procedures of the two ratios over a period, each with its facts and whether in time
//   contentsInForce(tx, day)          → what every procedure in force says, page by page
//   pageOfContents(tx, day, { after, limit }) → one page of these
//   missingParts(content)             → which of the seven parts of a published procedure are not there (766, 1.3)
//   listFields(tx)                    → the fields
//   catalogueStamp(tx)                → a value that changes whenever what is published does
// Pure, over the answers of a case:
//   feesDue(content, answers, day)    → the fees with the exemptions applied, in đồng
//   termFor(content, answers)         → the time limit
//   papersAsked(content, answers)     → the papers
// Pure, over a process; all total, with `content.questions` as a last argument answers are read in the types of the questions:
//   firstStep(process, answers?)      → the step a received case enters
//   nextSteps(process, stepId, answers) → { step, others }: where the conditions lead, and what else an officer may choose
//   previousSteps(process, stepId)    → the steps a case may be sent back to, the nearest first
//   findStep(process, stepId)         → the step
// Announced to browsers: 'procedures.catalogue'.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { abolishProcedure } from './operations/abolish-procedure.ts'
import { checkCompleteness } from './operations/check-completeness.ts'
import { checkProcess } from './operations/check-process.ts'
import { compareVersions } from './operations/compare-versions.ts'
import { createProcedure } from './operations/create-procedure.ts'
import { exportProcedures } from './operations/export-procedures.ts'
import { getProcedure } from './operations/get-procedure.ts'
import { getProcess as readProcess } from './operations/get-process.ts'
import { importProcedures } from './operations/import-procedures.ts'
import { listFields } from './operations/list-fields.ts'
import { listProcedures } from './operations/list-procedures.ts'
import { listProcesses } from './operations/list-processes.ts'
import { listPublicationFacts } from './operations/list-publication-facts.ts'
import { listPublicationRules } from './operations/list-publication-rules.ts'
import { previewCase } from './operations/preview-case.ts'
import { publishProcess } from './operations/publish-process.ts'
import { publishVersion } from './operations/publish-version.ts'
import { recordDecision } from './operations/record-decision.ts'
import { saveDraft } from './operations/save-draft.ts'
import { saveField } from './operations/save-field.ts'
import { saveProcessDraft } from './operations/save-process-draft.ts'
import { savePublicationRule } from './operations/save-publication-rule.ts'
import { withdrawProcess } from './operations/withdraw-process.ts'

export { contentsInForce, pageOfContents } from './contents.ts'
export { type FeeLine, feesDue, papersAsked, termFor } from './domain/asked.ts'
export { missingParts } from './domain/completeness.ts'
export { findStep, firstStep, nextSteps, previousSteps } from './domain/navigate.ts'
export { publicationVerdicts, type Verdict } from './domain/publication.ts'
export { type PublicationFact, publicationFacts } from './facts.ts'
export { catalogueStamp } from './store/catalogue.ts'
export { listFields } from './store/fields.ts'
export { findProcessFor, getProcess, type ProcessVersion } from './store/processes.ts'
export { findInForce, getVersion, listInForce, type Version } from './store/versions.ts'

export const procedures: Module = {
  name: 'procedures',
  operations: [
    abolishProcedure,
    checkCompleteness,
    checkProcess,
    compareVersions,
    createProcedure,
    exportProcedures,
    importProcedures,
    getProcedure,
    readProcess,
    listFields,
    listProcedures,
    listProcesses,
    listPublicationFacts,
    listPublicationRules,
    previewCase,
    publishProcess,
    publishVersion,
    recordDecision,
    saveDraft,
    saveField,
    saveProcessDraft,
    savePublicationRule,
    withdrawProcess,
  ],
  handlers: [],
  problems,
}
