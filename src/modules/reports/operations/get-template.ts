import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findLatestTemplate, findTemplateVersion, listTemplateVersions } from '../store/templates.ts'
import { shownTemplate } from './list-templates.ts'

export const getTemplate = operation(contract.getTemplate, async ({ tx }, { templateId, version }) => {
  const latest = await findLatestTemplate(tx, templateId)
  if (!latest) throw new Problem('not-found', 'reports/template-not-found')
  const wanted = version === undefined ? latest : await findTemplateVersion(tx, templateId, version)
  if (!wanted) throw new Problem('not-found', 'reports/template-not-found')
  const versions = await listTemplateVersions(tx, templateId)
  return {
    ...shownTemplate({ ...latest, ...wanted, id: templateId }),
    body: wanted.body,
    versions: versions.map(({ savedAt, ...row }) => ({ ...row, savedAt: savedAt.toISOString() })),
  }
})
