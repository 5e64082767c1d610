import { Problem } from '#kernel/problem.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { faultsOf } from '../domain/check-template.ts'
import type { Template } from '../domain/template.ts'
import { templateChanges } from '../domain/template-difference.ts'
import { findTemplateByCodeForUpdate, findTemplateVersion, saveTemplateVersion } from '../store/templates.ts'

export const saveTemplate = operation(contract.saveTemplate, async (context, { code, name, body, basedOn, note }) => {
  const { tx, actor, now, newId, emit, announce } = context
  requireEverywhere(context)
  requireFaultless(body)
  const found = await findTemplateByCodeForUpdate(tx, code)
  const stands = found?.version ?? 0
  if (stands !== basedOn) {
    throw new Problem('conflict', 'reports/template-changed', 'Another version was saved.', {
      values: { version: stands },
    })
  }
  const templateId = found?.id ?? newId()
  const before = found ? await findTemplateVersion(tx, templateId, stands) : undefined
  const changes = before ? templateChanges(before.body, body) : []
  if (before && changes.length === 0 && found?.name === name) return { templateId, version: stands, changes }

  const version = stands + 1
  const by = { savedBy: actor.id, savedByName: actor.name, savedAt: now }
  await saveTemplateVersion(tx, { templateId, code, name, version, body, note, ...by })
  await emit('reports.template-saved', { templateId, version })
  await announce(contract.REPORT_TOPIC)
  return { templateId, version, changes }
})

/** Throws with every place of the template that could not be filled. */
export function requireFaultless(body: Template): void {
  const faults = faultsOf(body)
  if (faults.length === 0) return
  throw new Problem('invalid-input', 'reports/template-has-faults', 'The template cannot be filled everywhere.', {
    errors: faults.slice(0, 100).map(({ path, code, word }) => ({
      path: `body.${path}`,
      code: `reports/${code}`,
      message: `${code}: ${word}`,
      values: { word },
    })),
  })
}

/** Throws unless the permission is held everywhere: a template is every unit's. */
export function requireEverywhere({ scope }: Context): void {
  if (scope.all) return
  throw new Problem('not-allowed', 'platform/not-allowed', 'A template belongs to every unit.', {
    values: { permission: 'reports:define' },
  })
}
