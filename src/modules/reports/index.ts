// The door of the module: its operations. Other modules may ask for `reports` only; events are in contract.ts.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { auditReport } from './operations/audit-report.ts'
import { checkFigures } from './operations/check-figures.ts'
import { comment } from './operations/comment.ts'
import { differenceOfReport } from './operations/difference-of-report.ts'
import { differenceOfTemplate } from './operations/difference-of-template.ts'
import { downloadReport } from './operations/download-report.ts'
import { draftReport } from './operations/draft-report.ts'
import { getReport } from './operations/get-report.ts'
import { getReportAudit } from './operations/get-report-audit.ts'
import { getTemplate } from './operations/get-template.ts'
import { issueReport } from './operations/issue-report.ts'
import { listReports } from './operations/list-reports.ts'
import { listTemplates } from './operations/list-templates.ts'
import { listWordTemplates } from './operations/list-word-templates.ts'
import { previewTemplate } from './operations/preview-template.ts'
import { refillReport } from './operations/refill-report.ts'
import { resolveComment } from './operations/resolve-comment.ts'
import { returnReport } from './operations/return-report.ts'
import { sampleWordTemplate } from './operations/sample-word-template.ts'
import { saveTemplate } from './operations/save-template.ts'
import { signOff } from './operations/sign-off.ts'
import { submitForSignature } from './operations/submit-for-signature.ts'
import { updateSection } from './operations/update-section.ts'
import { uploadWordTemplate } from './operations/upload-word-template.ts'
import { verifyReport } from './operations/verify-report.ts'

export const reports: Module = {
  name: 'reports',
  operations: [
    listTemplates,
    getTemplate,
    saveTemplate,
    differenceOfTemplate,
    previewTemplate,
    uploadWordTemplate,
    listWordTemplates,
    sampleWordTemplate,
    listReports,
    getReport,
    draftReport,
    checkFigures,
    refillReport,
    updateSection,
    comment,
    resolveComment,
    auditReport,
    getReportAudit,
    submitForSignature,
    signOff,
    returnReport,
    issueReport,
    differenceOfReport,
    verifyReport,
    downloadReport,
  ],
  handlers: [],
  problems,
}
