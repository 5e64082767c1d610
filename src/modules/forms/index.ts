// The door of the module. Other modules may call:
//
//   formsOfProcedure(tx, procedureCode, day)   → the forms in force on the day that the procedure uses
//   getFormVersion(tx, versionId)              → that version with its definition; throws not-found. A draft or a case keeps the id and the
//                                                hash of the version it was filled in on.
//   requireAnswers(tx, { versionId, answers, now })
//                                              → { values, hash, version }: what to keep of handed-in answers; throws rule-broken with an
//                                                error per field (`answers.ho_ten`) for anything wrong, hidden, forged or unknown
//   judgeDraft(tx, version, answers, now)      → what the form says over answers that are still being written, and what of them would be
//                                                handed in: without what is hidden just now. Refuses nothing.
//   fieldsOfVersion(tx, versionId)             → the fields of a version by name
//   readAnswers(version, values, language, at) → kept values in words, step by step
//   troubleWords(version, trouble)             → what a trouble is about and what is wrong, in both languages
//   filledForm(tx, { version, answers, as, language, now })
//                                              → the printed form as a file (PDF/A or Word)
// Pure, in contract.ts, the same in the browser: compileForm, evaluateForm, acceptAnswers, moveToVersion, withKnown, fieldsOf.
// Pages: web/index.tsx → FormView, a component that fills in a definition (see README.md).
// Announced to browsers: 'forms.catalogue'.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { checkAnswers } from './operations/check-answers.ts'
import { createForm } from './operations/create-form.ts'
import { formDifferences } from './operations/form-differences.ts'
import { formSchema } from './operations/form-schema.ts'
import { getForm } from './operations/get-form.ts'
import { importFormFromWord } from './operations/import-form-from-word.ts'
import { lintForm } from './operations/lint-form.ts'
import { listAddressUnits } from './operations/list-address-units.ts'
import { listForms } from './operations/list-forms.ts'
import { moveAnswers } from './operations/move-answers.ts'
import { printFilledForm } from './operations/print-filled-form.ts'
import { publishForm } from './operations/publish-form.ts'
import { saveFormDraft } from './operations/save-form-draft.ts'

export { filledForm, readAnswers } from './printing.ts'
export { fieldsOfVersion, formsOfProcedure, getFormVersion, type StoredForm } from './store/versions.ts'
export { judgeDraft, requireAnswers } from './submitting.ts'
export { troubleWords } from './trouble-words.ts'

export const forms: Module = {
  name: 'forms',
  operations: [
    checkAnswers,
    createForm,
    formDifferences,
    formSchema,
    getForm,
    importFormFromWord,
    lintForm,
    listAddressUnits,
    listForms,
    moveAnswers,
    printFilledForm,
    publishForm,
    saveFormDraft,
  ],
  handlers: [],
  problems,
}
