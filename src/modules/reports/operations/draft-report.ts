import { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownReport } from '../documents.ts'
import { fill } from '../domain/fill.ts'
import { packFilling } from '../domain/filling.ts'
import { periodText } from '../domain/period.ts'
import { periodFor, readFilling } from '../filling.ts'
import { insertReport, insertStep } from '../store/reports.ts'
import { findLatestTemplate } from '../store/templates.ts'

export const draftReport = operation(
  contract.draftReport,
  async (context, { templateId, unitId, period: key, structureDay }) => {
    const { tx, actor, now, newId, emit, announce } = context
    await requireScope(context, 'reports:write', unitId)
    const template = await findLatestTemplate(tx, templateId)
    if (!template) throw new Problem('not-found', 'reports/template-not-found')
    const period = periodFor(template.body, key)
    const texts = new Map<string, string>()
    const filling = await readFilling(context, { template: template.body, unitId, period, structureDay, texts })
    const document = fill(template.body, filling.context, texts, filling.figures)

    const title = `${template.name} - ${periodText(period)}`
    const report = {
      id: newId(),
      templateId,
      templateVersion: template.version,
      unitId,
      unitName: filling.unitName,
      periodKey: key,
      structureDay: filling.context.structureDay,
      title,
      searchText: fold(`${title} ${filling.unitName}`),
      status: 'drafting' as const,
      revision: 1,
      filling: packFilling(filling.context, filling.figures),
      filledAt: now,
      missingCount: document.missing.length,
      number: null,
      numberText: null,
      issuedOn: null,
      createdBy: actor.id,
      createdByName: actor.name,
      createdAt: now,
    }
    await insertReport(tx, report)
    await insertStep(tx, {
      id: newId(),
      reportId: report.id,
      step: 'draft',
      byId: actor.id,
      byName: actor.name,
      at: now,
      note: '',
    })
    await emit('reports.drafted', { reportId: report.id, unitId, period: key })
    await announce(contract.REPORT_TOPIC)
    return shownReport(report)
  },
)
