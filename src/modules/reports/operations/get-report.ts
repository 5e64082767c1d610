import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { documentOf, getReport as find, shownReport } from '../documents.ts'
import { listComments, listSteps, listWording } from '../store/reports.ts'
import { findSnapshot } from '../store/snapshots.ts'
import { findLatestTemplate } from '../store/templates.ts'
import { shownComment } from './comment.ts'

export const getReport = operation(contract.getReport, async ({ tx }, { reportId }) => {
  const report = await find(tx, reportId)
  const template = await findLatestTemplate(tx, report.templateId)
  const wording = await listWording(tx, reportId)
  const steps = await listSteps(tx, reportId)
  return {
    ...shownReport(report),
    templateCode: template?.code ?? '',
    document: await documentOf(tx, report),
    wording: wording.map(({ key, text, version, editedByName, editedAt }) => ({
      key,
      text,
      version,
      editedByName,
      editedAt: editedAt.toISOString(),
    })),
    comments: (await listComments(tx, reportId)).map(shownComment),
    steps: steps.map(({ at, step, byName, note, overrideReason }) => ({
      step,
      byName,
      at: at.toISOString(),
      note,
      overrideReason,
    })),
    seal: (await findSnapshot(tx, reportId))?.seal ?? null,
  }
})
