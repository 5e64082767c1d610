import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getReportForUpdate, templateOf } from '../documents.ts'
import { fill } from '../domain/fill.ts'
import type { FilledReport } from '../domain/filled.ts'
import { packFilling, unpackFilling } from '../domain/filling.ts'
import { isEditable } from '../domain/lifecycle.ts'
import { brokenPlaceholders } from '../domain/placeholder.ts'
import { periodFor, readFilling } from '../filling.ts'
import { listWording, saveWording, updateReport } from '../store/reports.ts'

export const updateSection = operation(contract.updateSection, async (context, { reportId, key, text, version }) => {
  const { tx, actor, now, announce } = context
  // The wording has its own version; two people may write different sections at once.
  const report = await getReportForUpdate(tx, reportId, null)
  await requireScope(context, 'reports:write', report.unitId)
  if (!isEditable(report.status)) throw new Problem('conflict', 'reports/not-editable')
  const { body: template } = await templateOf(tx, report)
  const wording = await listWording(tx, reportId)
  const stands = wording.find((one) => one.key === key)
  if ((stands?.version ?? 0) !== version) {
    throw new Problem('conflict', 'reports/wording-changed', 'Someone else wrote here meanwhile.', {
      values: { by: stands?.editedByName ?? '', version: stands?.version ?? 0 },
    })
  }
  const groups = new Set(template.groups.map((group) => group.key))
  const [broken] = brokenPlaceholders(text, groups)
  if (broken) {
    const { reason, word } = broken
    const errors = [{ path: 'text', code: `reports/${reason}`, message: `${reason}: ${word}`, values: { word } }]
    throw new Problem('invalid-input', `reports/${reason}`, '', { errors, values: { word } })
  }
  const texts = new Map([...wording.map((one): [string, string] => [one.key, one.text]), [key, text]])
  const kept = unpackFilling(report.filling)
  if (!placesOf(fill(template, kept.context, texts, kept.figures)).has(key)) {
    throw new Problem('invalid-input', 'reports/no-such-place', '', { values: { word: key } })
  }
  await saveWording(tx, { reportId, key, text, version: version + 1, editedByName: actor.name, editedAt: now })

  // New placeholders may ask for figures nobody has read yet; those already filled stay as they are until a refill.
  const period = periodFor(template, report.periodKey)
  const { unitId, structureDay } = report
  const fresh = text.includes('{{')
    ? await readFilling(context, { template, unitId, period, structureDay, texts })
    : kept
  const figures = new Map([...fresh.figures, ...kept.figures])
  const missingCount = fill(template, kept.context, texts, figures).missing.length
  await updateReport(tx, {
    ...report,
    filling: packFilling(kept.context, figures),
    missingCount,
    revision: report.revision + 1,
  })
  await announce(contract.REPORT_TOPIC)
  return { key, version: version + 1, missingCount }
})

/** Where this report may be written into: its hand-written blocks, and the results in its tables. */
function placesOf(document: FilledReport): Set<string> {
  const blocks = document.sections.flatMap((section) => section.blocks)
  return new Set(
    blocks.flatMap((block) => {
      if (block.kind === 'text') return block.hand ? [block.key] : []
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ editable }) => (editable ? [editable] : [])))
    }),
  )
}
