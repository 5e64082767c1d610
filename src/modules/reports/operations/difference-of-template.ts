import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { templateChanges } from '../domain/template-difference.ts'
import { findTemplateVersion } from '../store/templates.ts'

export const differenceOfTemplate = operation(
  contract.differenceOfTemplate,
  async ({ tx }, { templateId, from, to }) => {
    const before = await findTemplateVersion(tx, templateId, from)
    const after = await findTemplateVersion(tx, templateId, to)
    if (!before || !after) throw new Problem('not-found', 'reports/template-not-found')
    return { changes: templateChanges(before.body, after.body) }
  },
)
