import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type LatestTemplate, listLatestTemplates } from '../store/templates.ts'

export const listTemplates = operation(contract.listTemplates, async ({ tx }, page) => ({
  templates: (await listLatestTemplates(tx, page)).map(shownTemplate),
}))

/** A template as the contract's row. */
export function shownTemplate({ id, code, name, version, body, savedAt, savedByName }: LatestTemplate) {
  return {
    templateId: id,
    code,
    name,
    version,
    periodKind: body.periodKind,
    regime: body.regime,
    savedAt: savedAt.toISOString(),
    savedByName,
  }
}
