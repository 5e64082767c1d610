import { type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import type { OwnAudit } from '#modules/auditor/index.ts'
import { type Context, operation } from '#server/operation.ts'
import { audited } from '../auditing.ts'
import * as contract from '../contract.ts'
import { getReportForUpdate, shownReport, templateOf, textsOf } from '../documents.ts'
import { fill } from '../domain/fill.ts'
import { unpackFilling } from '../domain/filling.ts'
import { canonicalJson, type Snapshot, sealOf } from '../domain/snapshot.ts'
import { numberText } from '../domain/wording.ts'
import { insertStep, updateReport } from '../store/reports.ts'
import { insertSnapshot, takeNextNumber, takeNumber } from '../store/snapshots.ts'
import { findLatestTemplate } from '../store/templates.ts'
import { requireStep } from './step.ts'

export const issueReport = operation(
  contract.issueReport,
  async (context, { reportId, revision, issuedOn, number: given, overrideReason }) => {
    const { tx, actor, now, newId, emit, announce } = context
    const report = await getReportForUpdate(tx, reportId, revision)
    const status = await requireStep(context, report, 'issue', 'reports:issue')
    const day = issuedOn ?? dayAt(now)
    const { context: filled, figures } = unpackFilling(report.filling)
    if (day <= filled.to) {
      throw new Problem('rule-broken', 'reports/issued-before-period-ends', '', { values: { day: filled.to } })
    }
    const { body } = await templateOf(tx, report)
    const code = (await findLatestTemplate(tx, report.templateId))?.code ?? ''
    const number = await numberFor(context, report.unitId, day, given)
    const issue = { number: numberText(number), day }
    const document = fill(body, filled, await textsOf(tx, reportId), figures, issue)
    const held = requireReason(await audited(context, report, document), overrideReason)
    const snapshot: Snapshot = {
      format: 'haidang-report-1',
      template: { code, version: report.templateVersion },
      document,
    }
    const seal = await sealOf(snapshot)
    await insertSnapshot(tx, { reportId, canonical: canonicalJson(snapshot), seal, takenAt: now })

    const shown = `${issue.number}/${body.header.symbol}`
    const searchText = fold(`${report.title} ${report.unitName} ${shown}`)
    const issued = {
      ...report,
      status,
      number,
      numberText: shown,
      issuedOn: day,
      searchText,
      revision: report.revision + 1,
    }
    await updateReport(tx, issued)
    await insertStep(tx, {
      id: newId(),
      reportId,
      step: 'issue',
      byId: actor.id,
      byName: actor.name,
      at: now,
      note: shown,
      overrideReason: held,
    })
    await emit('reports.issued', { reportId, unitId: report.unitId, period: report.periodKey, number: shown, seal })
    await announce(contract.REPORT_TOPIC)
    return { ...shownReport(issued), seal }
  },
)

/** Why the report goes out although the auditor holds a contradiction for proved; empty when it holds none. */
function requireReason({ openProved }: OwnAudit, given = ''): string {
  if (openProved.length === 0) return ''
  if (given !== '') return given
  throw new Problem('rule-broken', 'reports/open-proved-findings', 'The auditor holds contradictions for proved.', {
    values: { count: openProved.length },
  })
}

/** The number given, or the next of the agency's year (Decree 30/2020 art. 15: one series a year, no number twice). */
async function numberFor({ tx }: Context, unitId: string, day: Day, given: number | undefined): Promise<number> {
  const year = Number(day.slice(0, 4))
  if (given === undefined) return takeNextNumber(tx, unitId, year)
  if (await takeNumber(tx, unitId, year, given)) return given
  throw new Problem('conflict', 'reports/number-taken', '', { values: { number: given, year } })
}
